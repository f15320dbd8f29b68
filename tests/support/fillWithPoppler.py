"""Fills a form as poppler does it, which is the engine of Okular and Evince: fillWithPoppler.py IN OUT < answers.json"""

import json
import pathlib
import sys

import gi

gi.require_version("Poppler", "0.18")
from gi.repository import Poppler  # noqa: E402

said = json.load(sys.stdin)
document = Poppler.Document.new_from_file(pathlib.Path(sys.argv[1]).as_uri(), None)
seen = {}
pages = [document.get_page(number) for number in range(document.get_n_pages())]
for page in pages:
    # As the eye reads: down the page, and from left to right.
    for mapping in sorted(page.get_form_field_mapping(), key=lambda one: (-one.area.y1, one.area.x1)):
        field = mapping.field
        name = field.get_name()
        kind = field.get_field_type()
        if kind == Poppler.FormFieldType.TEXT and name in said["texts"]:
            field.text_set_text(said["texts"][name])
        if kind == Poppler.FormFieldType.BUTTON and name in said["buttons"]:
            number = seen.get(name, 0)
            seen[name] = number + 1
            if number == said["buttons"][name]:
                field.button_set_state(True)
document.save(pathlib.Path(sys.argv[2]).as_uri())
