"""Word tables: which forms a German noun, verb or adjective has, and what a form can be."""
