"""Run Myolog's command line with ``python -m myolog``."""

from myolog.cli.main import main

if __name__ == "__main__":
    main()
