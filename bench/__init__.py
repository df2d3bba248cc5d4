"""Measurements of what a person waits for."""

import os

os.environ["OPENBLAS_NUM_THREADS"] = "1"  # as in the product; read when numpy is loaded
