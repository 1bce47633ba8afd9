"""Files of npm packages the pages use, and nothing else of ``node_modules``."""
