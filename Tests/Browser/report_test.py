#!/usr/bin/env python3
"""Opens the HTML report in a real Chromium: no console error, no request, no axe violation, filters by keyboard.

usage: report_test.py RELIRE SITE [SCREENSHOT_FOLDER]

Needs Debian's chromium and the packages of requirements.txt. `make browser-test` sets both up.
"""

import os
import pathlib
import subprocess
import sys
import tempfile
import time

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

LARGEST = 4_000_000
LATEST_PAINT = 1.5


def make_site(folder):
    """5,000 faults on 100 pages, some of them with text that would like to be markup."""
    hostile = "<script>alert(1)</script> \"><img src=x onerror=alert(1)> [x](javascript:alert(1)) ]]> --> "
    for number in range(100):
        page = folder / f"dossier-{number % 7}" / f"page-{number}.txt"
        page.parent.mkdir(parents=True, exist_ok=True)
        lines = [f"La ligne {line} du site : une faute." for line in range(49)]
        page.write_text("\n".join([hostile + "Le site : une faute.", *lines]) + "\n", encoding="utf8")


def write_report(relire, site, report):
    # From within the site, as its team does: the settings of the folder that this test is called in are not the site's.
    done = subprocess.run([relire, "report", "--output", report], cwd=site, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    checked = subprocess.run([relire, "check", "--format", "short", report], capture_output=True, text=True)
    assert checked.returncode == 0 and not checked.stdout, f"relire finds in its own report:\n{checked.stdout[:2000]}"


def open_page(browser, report, problems, scheme, width, for_axe=False):
    # axe is a script of its own, which the report's policy rightly refuses.
    context = browser.new_context(
        color_scheme=scheme, viewport={"width": width, "height": 900}, bypass_csp=for_axe)
    page = context.new_page()
    page.on("console", lambda message: problems.append(f"console: {message.text}"))
    page.on("pageerror", lambda error: problems.append(f"error: {error}"))
    page.on("request", lambda request: None if request.url.startswith(report.as_uri())
            else problems.append(f"request: {request.url}"))
    page.goto(report.as_uri())
    return page


def until(page, expression):
    """What the expression gives once it is true. Playwright's own way of waiting needs eval, which the policy refuses."""
    end = time.monotonic() + 10
    while True:
        value = page.evaluate(expression)
        if value or time.monotonic() > end:
            assert value, f"never true: {expression}"
            return value
        page.wait_for_timeout(20)


def check(browser, report, name, screenshots):
    problems = []
    size = report.stat().st_size
    if size > LARGEST:
        problems.append(f"{size} bytes")
    for scheme, width in [("light", 1200), ("dark", 1200), ("light", 360)]:
        page = open_page(browser, report, problems, scheme, width)
        paint = until(page, "performance.getEntriesByName('first-contentful-paint')[0]?.startTime") / 1000
        print(f"{name}: {scheme}, {width} px, {size} bytes, first paint after {paint:.2f} s")
        if paint > LATEST_PAINT:
            problems.append(f"first paint after {paint:.2f} s")
        if page.evaluate("document.documentElement.scrollWidth") > width:
            problems.append(f"{width} px: the page is wider than its window")
        if screenshots:
            page.screenshot(path=str(screenshots / f"{name}-{scheme}-{width}.png"))
        page.context.close()

        page = open_page(browser, report, problems, scheme, width, for_axe=True)
        # Passes are not told: with thousands of faults there would be a hundred thousand of them.
        for violation in Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]:
            node = violation["nodes"][0]
            problems.append(f"axe, {scheme}: {violation['id']} ({len(violation['nodes'])}): {node['html'][:200]}")
        page.context.close()

    problems += check_filters(browser, report) + check_without_script(browser, report) + check_print(browser, report)
    return problems


SHOWN = "[...document.querySelectorAll('.page:not([hidden]) > ol > li:not([hidden])')]"


def check_filters(browser, report):
    """By keyboard alone; what was chosen is in the address, and comes back from it."""
    problems = []
    page = open_page(browser, report, problems, "light", 1200)
    every = page.evaluate(f"{SHOWN}.length")
    assert every > 0, "there is nothing to filter"
    page.locator("a.skip").focus()
    for _ in range(200):
        if page.evaluate("document.activeElement.id") == "q":
            break
        page.keyboard.press("Tab")
    page.keyboard.type("aucun-texte-de-ce-nom")
    until(page, f"{SHOWN}.length === 0")
    if "q=aucun" not in page.url:
        problems.append("the search is not in the address")
    page.keyboard.press("Control+A")
    page.keyboard.press("Delete")
    until(page, f"{SHOWN}.length === {every}")

    for name in ["severity", "rule", "folder"]:
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") != name:
            problems.append(f"the next filter by keyboard is not {name}")
    page.focus("#rule")
    page.keyboard.press("ArrowDown")
    until(page, "location.hash.includes('rule=')")
    until(page, f"{SHOWN}.every(item => item.dataset.r === document.getElementById('rule').value)")
    some = page.evaluate(f"{SHOWN}.length")
    said = page.inner_text("#shown")
    if "".join(filter(str.isdigit, said)) != str(some):
        problems.append(f"“{said}” is said of {some} faults")
    address = page.url
    page.focus("button[type=reset]")
    page.keyboard.press("Enter")
    until(page, f"{SHOWN}.length === {every}")
    page.goto("about:blank")
    page.goto(address)
    until(page, f"{SHOWN}.length === {some}")
    page.context.close()
    return problems


def check_without_script(browser, report):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(report.as_uri())
    problems = [] if page.locator("#pages .page").last.is_visible() else ["without its script, a page does not show"]
    if page.locator("#filters").is_visible():
        problems.append("without its script, filters that do nothing show")
    context.close()
    return problems


def check_print(browser, report):
    context = browser.new_context()
    page = context.new_page()
    page.goto(report.as_uri())
    page.emulate_media(media="print")
    problems = ["printed, the filters show"] if page.locator("#filters").is_visible() else []
    if len(page.pdf()) < 10_000:
        problems.append("it prints as nothing")
    context.close()
    return problems


def main():
    relire, site = map(os.path.abspath, sys.argv[1:3])
    screenshots = pathlib.Path(sys.argv[3]) if len(sys.argv) > 3 else None
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        folder = pathlib.Path(folder)
        make_site(folder / "site")
        reports = {"exemple": folder / "exemple.html", "grand": folder / "grand.html"}
        write_report(relire, site, reports["exemple"])
        write_report(relire, folder / "site", reports["grand"])
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        problems = [f"{name}: {problem}" for name, report in reports.items()
                    for problem in check(browser, report, name, screenshots)]
        browser.close()
    print("\n".join(problems) or "2 passed, 0 failed")
    sys.exit(1 if problems else 0)


main()
