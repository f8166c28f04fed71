"""Runs the code cells of notebooks, one after the other, and gives what each of them printed.

Reads a JSON array of arrays of cells; writes a JSON array of texts. matplotlib is hidden: a reader may not have it.
"""

import contextlib
import io
import json
import sys

sys.modules["matplotlib"] = None

printed = []
for cells in json.load(sys.stdin):
    out = io.StringIO()
    names = {"__name__": "__main__"}
    with contextlib.redirect_stdout(out):
        for number, cell in enumerate(cells, start=1):
            exec(compile(cell, f"code cell {number}", "exec"), names)
    printed.append(out.getvalue())
json.dump(printed, sys.stdout)
