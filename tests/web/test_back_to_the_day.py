"""What begins to be tracked from the page of a day leads back to that day."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.test import Client

from myolog.store.selectors import Person, own_things
from myolog.web.moment import today_for
from tests.filling import fields_of, filled

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("where", ["own", "noting"])
def test_a_day_is_where_saving_leads_back_to(client: Client, person: Person, where: str) -> None:
    day = today_for(person) - timedelta(days=3)
    shown = unescape(client.get(f"/day/?date={day}").content.decode())
    (link,) = re.findall(rf'href="(/settings/{where}/[^"#]*)', shown)
    page = client.get(link).content.decode()
    told = {"name": "tea", "measure": "yes_no", "role": "do"} if where == "own" else {}
    form = "f" if where == "own" else "ways"
    answer = client.post(f"/settings/{where}/", filled(fields_of(page, form=form), **told))
    assert answer.headers["Location"] == f"/day/?date={day}"
    assert f"date={day}" in unescape(page), "the way out leads there, too"
    assert [one.name for one in own_things(person).values()] == ([told["name"]] if told else [])


def test_from_settings_saving_stays_there(client: Client) -> None:
    page = client.get("/settings/own/").content.decode()
    sent = filled(fields_of(page), name="tea", measure="yes_no", role="do")
    assert client.post("/settings/own/", sent).headers["Location"] == "/settings/own/"
