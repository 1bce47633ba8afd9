return document.getAnimations().filter(animation => {
  const effect = animation.effect;
  return effect && effect.target && !effect.pseudoElement && tools.visible(effect.target) && animation.playState === 'running'
    && effect.getComputedTiming().endTime > 5000
    && effect.getKeyframes().some(frame => ['transform', 'translate', 'scale', 'rotate', 'left', 'top', 'marginLeft', 'backgroundPosition'].some(key => key in frame));
}).map(animation => ({element: animation.effect.target, key: 'moving', data: {name: animation.animationName || 'animation'}}));
