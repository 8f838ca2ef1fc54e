"""What Klartext is built from, and under which licences."""

from __future__ import annotations

LICENCES = (
    ("Klartext", "MIT"),
    ("Python", "PSF-2.0"),
    ("Qt 6, PySide6", "LGPL-3.0-only"),
    ("Inter", "OFL-1.1"),
    ("cryptography", "Apache-2.0, BSD-3-Clause"),
    ("typst", "Apache-2.0"),
    ("Markdown", "BSD-3-Clause"),
    ("PyYAML", "MIT"),
    ("nh3, ammonia", "MIT, Apache-2.0"),
    ("Jinja2, MarkupSafe", "BSD-3-Clause"),
    ("TinyDB", "MIT"),
    ("segno", "BSD-3-Clause"),
    ("click", "BSD-3-Clause"),
    ("platformdirs", "MIT"),
    ("fsrs", "MIT"),
    ("typing_extensions", "PSF-2.0"),
)
