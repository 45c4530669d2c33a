"""The command line: ``dateline`` and ``python -m dateline``. Reads arguments, calls the part that does it, says errors.

Each part is imported when it is asked for, so that ``dateline serve`` is spared what it does not need.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import dateline
from dateline.site import trouble

INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit status."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    options = _parser().parse_args(given)
    try:
        return int(options.run(options) or 0)
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:
        told = trouble.explain(error)
        if told is None:
            raise
        print(f"dateline: {told}", file=sys.stderr)
        return told.exit_status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dateline", description=dateline.__doc__)
    parser.add_argument("--version", action="version", version=f"dateline {dateline.__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    _add_init(commands)
    _add_serve(commands)
    _add_import(commands)
    _add_export(commands)
    for name, run, text in (
        ("rebuild", _rebuild, "throw the pressed pages and the search index away and make them again from the ledger"),
        ("reconcile", _reconcile, "record what the desk has and the ledger has not"),
    ):
        _with_site(commands.add_parser(name, help=text, description=text)).set_defaults(run=run)
    _add_verify(commands)
    _add_backup(commands)
    _add_related(commands)
    _add_demo(commands)
    manage = commands.add_parser("manage", help="Django's own commands, for the site in --site or DATELINE_SITE")
    _with_site(manage).add_argument("rest", nargs=argparse.REMAINDER, metavar="...")
    manage.set_defaults(run=_manage)
    return parser


def _with_site(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    here = Path(os.environ.get("DATELINE_SITE", "."))
    text = "the site folder (default: DATELINE_SITE of the environment, or this folder)"
    parser.add_argument("--site", type=Path, default=here, metavar="DIR", help=text)
    return parser


def _add_init(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    init = commands.add_parser("init", help="make a site folder")
    init.add_argument("folder", type=Path, metavar="DIR")
    init.add_argument("--name", help="the newspaper's name")
    init.add_argument("--url", help="its public address (default: http://127.0.0.1:8000)")
    init.add_argument("--language", help='as a tag such as "en" or "fa" (default: en)')
    init.add_argument("--time-zone", help='such as "Europe/Paris" (default: UTC)')
    init.add_argument("--sections", help='names, parted by commas (default: "Local, World, Business, Culture, Sport")')
    init.add_argument("--email", help="the first editor's e-mail address, to sign in with")
    init.add_argument("--editor", help="the first editor's name")
    init.set_defaults(run=_init)


def _add_serve(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    serve = _with_site(commands.add_parser("serve", help="run everything: pages, desk, follower"))
    _with_address(serve)
    serve.set_defaults(run=_serve)


def _with_address(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--host", default="", help="the address to listen on (default: serve.host of dateline.toml)")
    parser.add_argument("--port", type=int, default=0, help="the port (default: serve.port)")
    parser.add_argument("--workers", type=int, default=0, metavar="N", help="page workers (default: serve.workers)")


def _add_import(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    take = _with_site(commands.add_parser("import", help="take in an archive"))
    take.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="files and folders; - for standard input")
    text = "what all of it is, as wxr, ghost, feed, csv, html (default: told by content)"
    take.add_argument("--format", dest="kind", default="", metavar="F", help=text)
    text = "what the columns of tables, or the names in JSON, mean"
    take.add_argument("--mapping", type=Path, metavar="FILE.toml", help=text)
    take.add_argument("--dry-run", action="store_true", help="report what would be taken in, and touch nothing")
    take.add_argument("--own", action="store_true", help="all of it is this newsroom's own work")
    text = "read on the Dask cluster of this scheduler, such as tcp://10.0.0.7:8786 (needs dateline[cluster])"
    take.add_argument("--on", default="", metavar="ADDRESS", help=text)
    text = "keep the bytes that each story was read from, for the newsroom"
    take.add_argument("--keep-originals", action="store_true", help=text)
    text = "readers' comments, as Disqus exports them or as JSON lines; may be given several times"
    take.add_argument("--comments", type=Path, action="append", default=[], metavar="FILE", help=text)
    text = "write what became of each record: a page if FILE ends in .html, else JSON lines; may be given for both"
    take.add_argument("--report", type=Path, action="append", default=[], metavar="FILE", help=text)
    take.set_defaults(run=_import)


def _add_export(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    give = _with_site(commands.add_parser("export", help="write all that readers see to files that need no Dateline"))
    give.add_argument("--to", type=Path, required=True, metavar="OUT", help="the folder to make")
    forms = ("site", "warc", "ninjs", "wxr")
    text = "what to write; may be given several times (default: all four)"
    give.add_argument("--as", dest="forms", action="append", default=[], choices=forms, help=text)
    give.set_defaults(run=_export)


def _add_verify(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    verify = _with_site(commands.add_parser("verify", help="prove that the record was not edited"))
    verify.add_argument(
        "--against", type=Path, action="append", default=[], metavar="FILE", help="a signed checkpoint that you kept"
    )
    verify.add_argument("--pages", action="store_true", help="read everything that was pressed as well")
    verify.add_argument("--export", type=Path, metavar="OUT", help="check the files of an export instead of a site")
    verify.set_defaults(run=_verify)


def _add_backup(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    backup = _with_site(commands.add_parser("backup", help="copy all that cannot be made again, while the site runs"))
    backup.add_argument("target", type=Path, metavar="FOLDER", help="the folder to make")
    backup.set_defaults(run=_backup)


def _add_related(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    related = _with_site(commands.add_parser("related", help="what belongs to a story and why; are two the same news"))
    related.add_argument("story", nargs="?", metavar="CODE", help="a story's code, or the id it was imported with")
    related.add_argument("--all", action="store_true", help="every story that readers can see")
    related.add_argument("--depth", type=int, default=6, metavar="N", help="so many of each (default: 6)")
    related.add_argument("--keep-copies", action="store_true", help="near copies count as related")
    related.add_argument(
        "--same", nargs="*", metavar="ID", help="are two stories the same news? without ids, pairs from standard input"
    )
    related.set_defaults(run=_related)


def _add_demo(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    demo = commands.add_parser("demo", help="a believable site in a temporary folder, served")
    demo.add_argument("--folder", type=Path, metavar="DIR", help="make it here and keep it")
    demo.add_argument("--no-serve", action="store_true", help="make it and stop")
    _with_address(demo)
    demo.set_defaults(run=_demo)


def _init(options: argparse.Namespace) -> int:
    from dateline.site import founding

    return founding.found(options.folder, founding.Wishes.of(options))


def _serve(options: argparse.Namespace) -> int:
    from dateline.site import server

    return server.serve(options.site, options.host, options.port, options.workers)


def _import(options: argparse.Namespace) -> int:
    from dateline.errors import SiteError
    from dateline.site import importing

    if not options.paths and not options.comments:
        raise SiteError("There is nothing to take in.", "Name files and folders, or --comments FILE.")
    order = importing.Order(
        paths=options.paths,
        kind=options.kind,
        mapping=options.mapping,
        dry_run=options.dry_run,
        own=options.own,
        keep_originals=options.keep_originals,
        on=options.on,
        comments=options.comments,
        reports=options.report,
    )
    return importing.run(options.site, order)


def _export(options: argparse.Namespace) -> int:
    from dateline.site import exporting

    return exporting.run(options.site, options.to, options.forms)


def _rebuild(options: argparse.Namespace) -> int:
    from dateline.site import upkeep

    return upkeep.rebuild(options.site)


def _reconcile(options: argparse.Namespace) -> int:
    from dateline.site import upkeep

    return upkeep.reconcile(options.site)


def _verify(options: argparse.Namespace) -> int:
    if options.export:
        from dateline.site import exporting

        return exporting.check(options.export)
    from dateline.site import upkeep

    return upkeep.verify(options.site, options.against, pages=options.pages)


def _related(options: argparse.Namespace) -> int:
    from dateline.site import relating

    return relating.run(options)


def _backup(options: argparse.Namespace) -> int:
    from dateline.site import backup

    return backup.run(options.site, options.target)


def _demo(options: argparse.Namespace) -> int:
    from dateline.site import demonstration

    return demonstration.run(options.folder, options.host, options.port, options.workers, serve=not options.no_serve)


def _manage(options: argparse.Namespace) -> int:
    from dateline.site.environment import enter

    enter(options.site)
    from django.core.management import execute_from_command_line

    execute_from_command_line(["dateline manage", *options.rest])
    return 0
