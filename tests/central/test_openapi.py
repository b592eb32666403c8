"""The OpenAPI document tells the truth: every route, every message, and nothing is served to strangers."""

from __future__ import annotations

import json

import jsonschema_rs
import pytest
from fastapi import FastAPI
from sqlalchemy import create_engine
from starlette.routing import Route

from central import openapi
from central.app import MEDIA, create_app
from central.settings import Settings
from desktop.clock import clock_at
from desktop.commandline.program import run

DOCUMENT = openapi.document()
NOT_FOR_CLIENTS = {"/metrics"}


@pytest.fixture
def app() -> FastAPI:
    engine = create_engine("postgresql+psycopg://nobody@127.0.0.1:1/none")
    return create_app(Settings("", clock_at(None)), engine)


def test_every_route_is_in_it(app: FastAPI) -> None:
    found = [route for route in app.routes if isinstance(route, Route) and route.path not in NOT_FOR_CLIENTS]
    routes = {
        (one.path.replace(":path", ""), method.lower()) for one in found for method in one.methods or ()
    }
    described = {(path, method) for path, methods in DOCUMENT["paths"].items() for method in methods}
    assert {(path, method) for path, method in routes if method != "head"} == described


def test_every_message_is_in_it_and_every_reference_leads_somewhere() -> None:
    schemas = DOCUMENT["components"]["schemas"]
    assert schemas.keys() >= openapi.messages().keys()
    assert {"SyncRequest", "SyncResponse", "EnrolRequest", "EnrolResponse", "Problem"} <= schemas.keys()
    for text in json.dumps(DOCUMENT).split('"$ref": "')[1:]:
        name = text.split('"')[0].removeprefix("#/components/schemas/")
        assert name in schemas
    for schema in schemas.values():
        jsonschema_rs.meta.validate(schema)


def test_bodies_are_of_the_type_that_the_service_speaks() -> None:
    assert openapi.MEDIA == MEDIA


def test_a_word_prints_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["centraal", "openapi"]) == 0
    assert json.loads(capsys.readouterr().out) == DOCUMENT
