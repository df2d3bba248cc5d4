"""How the manual is built: Sphinx, MyST Markdown and the furo theme, no network."""

import myolog

project = "Myolog"
author = "The Myolog authors"
copyright = "2026, The Myolog authors"
version = release = myolog.__version__

extensions = ["myst_parser"]
source_suffix = {".md": "markdown"}
exclude_patterns = ["_build", "README.md"]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 4

html_theme = "furo"
html_title = f"Myolog {version}"
html_show_sourcelink = False
html_show_sphinx = False
