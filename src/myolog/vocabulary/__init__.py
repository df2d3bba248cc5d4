"""The words Myolog knows: places on the body, candidate triggers, common drinks.

Decides nothing by itself. Each registry below it is one table from which forms,
command choices, the API schema, the docs and the exports are derived.
"""
