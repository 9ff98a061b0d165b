"""Runs every bench and prints its rows; exit code 1 where one failed."""

from __future__ import annotations

import argparse
import importlib
import pkgutil
import sys
import traceback
from collections.abc import Callable

import tests.bench
from tests.bench.table import Row, as_json, as_text


def find() -> dict[str, Callable[[], list[Row]]]:
    """Every module here that can measure, by its name."""
    names = [
        module.name for module in pkgutil.iter_modules(tests.bench.__path__) if module.name != "__main__"
    ]
    modules = {name: importlib.import_module(f"tests.bench.{name}") for name in names}
    return {name: module.measure for name, module in modules.items() if hasattr(module, "measure")}


def main(arguments: list[str]) -> int:
    """Run the benches named, or all of them."""
    benches = find()
    parser = argparse.ArgumentParser(prog="dev.py bench")
    parser.add_argument("--json", action="store_true", help="print a JSON list instead of a table")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(benches)}; none: all")
    options = parser.parse_args(arguments)
    unknown = set(options.names) - benches.keys()
    if unknown:
        parser.error(f"no such bench: {', '.join(sorted(unknown))}")
    rows: list[Row] = []
    failed = []
    for name in options.names or benches:
        print(f"bench: {name}", file=sys.stderr, flush=True)
        try:
            rows += benches[name]()
        except Exception:  # noqa: BLE001 - the other benches still have something to say
            traceback.print_exc()
            failed.append(name)
    print(as_json(rows) if options.json else as_text(rows))
    if failed:
        print(f"bench: failed: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
