"""Reads the script for PowerShell by a grammar of it: PowerShell itself is in no registry that CI installs from.

    python tests/shells/powershell.py SCRIPT
"""

import sys
from pathlib import Path

import tree_sitter
import tree_sitter_powershell

parser = tree_sitter.Parser(tree_sitter.Language(tree_sitter_powershell.language()))
script = Path(sys.argv[1]).read_bytes()
if parser.parse(script).root_node.has_error:
    sys.exit(f"{sys.argv[1]}: the grammar of PowerShell can't read it")
# It would notice.
if not parser.parse(script.replace(b"} finally {", b"finally {")).root_node.has_error:
    sys.exit("the grammar of PowerShell reads anything")
