"""Templates to text.

This module alone runs Jinja. Whatever a template prints is escaped for Markdown unless it is the
template's own text or an address made by the generator; the ways around that which Jinja offers
are closed, so that an editor cannot open one by accident.
"""

from __future__ import annotations

import dataclasses
import difflib
import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from traceback import walk_tb
from types import TracebackType
from typing import Any

from jinja2 import FunctionLoader, StrictUndefined, TemplateError, TemplateSyntaxError, nodes
from jinja2.compiler import CodeGenerator
from jinja2.environment import TemplateModule
from jinja2.exceptions import SecurityError, TemplateNotFound, UndefinedError
from jinja2.runtime import Context, LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing
from markupsafe import Markup

from generator.pages.steps import FILTER, Steps, count_loops
from generator.problems import Problem
from generator.text.markup.markdown import escape

FOLDER = "templates/"
# fmt: off
FILTERS = frozenset(
    {
        "abs", "batch", "capitalize", "count", "default", "dictsort", "first", "groupby",
        "indent", "int", "items", "last", "length", "list", "lower", "map", "max", "min",
        "reject", "rejectattr", "reverse", "round", "select", "selectattr", "slice",
        "sort", "string", "sum", "title", "trim", "unique", "upper", "wordcount",
    }
)
# fmt: on
"""Filters of Jinja that cannot turn text into markup; ``join`` is our own."""
_GAPS = re.compile(r"\n{3,}")


class AnyCode(str):
    """A text that stands for whatever code a list of words holds; only trials use it."""

    __slots__ = ()


class _Unknown(StrictUndefined):
    """An undefined name that remembers what was asked of whom."""

    __slots__ = ()

    def _fail_with_undefined_error(self, *_args: Any, **_kwargs: Any) -> Any:
        raise _UnknownNameError(self._undefined_name, self._undefined_obj, self._undefined_message)

    __iter__ = __str__ = __len__ = _fail_with_undefined_error
    __eq__ = __ne__ = __bool__ = __hash__ = _fail_with_undefined_error
    __contains__ = _fail_with_undefined_error


class _UnknownNameError(UndefinedError):
    def __init__(self, name: str | None, owner: Any, hint: str | None) -> None:
        super().__init__(hint or f"{name!r} is not defined")
        self.name = name or ""
        self.owner = owner


class _Code(CodeGenerator):
    """Prints what :func:`finalize` made of an expression. Jinja would ask each text again
    whether it is markup; here it always is, which saves an eighth of the time."""

    def _output_child_pre(self, _node: Any, _frame: Any, finalize: Any) -> None:
        self.write(f"({finalize.src}")


class _Environment(ImmutableSandboxedEnvironment):
    """Strict, escaping, and without the operations that join text to markup unescaped."""

    code_generator_class = _Code
    intercepted_binops = frozenset(["+", "%", "*", "**"])

    def __init__(self, **options: Any) -> None:
        self.steps = Steps()
        super().__init__(finalize=self.printed, **options)
        self.filters |= {"join": self.join, FILTER: self.steps.counted}

    def printed(self, value: object) -> Markup:
        """What an expression prints, counted."""
        text = finalize(value)
        self.steps.build(len(text))
        return text

    def built(self, value: object) -> object:
        """What a template has put together without printing it, counted."""
        if isinstance(value, str | tuple | list):
            self.steps.build(len(value))
        return value

    def join(
        self, values: Iterable[object], separator: str = "", attribute: str | None = None
    ) -> object:
        """Jinja's own ``join`` escapes for HTML only as soon as one value is markup."""
        listed = [self.getattr(value, attribute) for value in values] if attribute else values
        return self.built(finalize(separator).join(map(finalize, listed)))

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        return count_loops(super()._parse(source, name, filename), self)

    # The two ways below past the sandbox's questions lead only to what no question can be
    # about, and cost a third of the time of all rendering where they are not taken.
    def getattr(self, obj: Any, attribute: str) -> Any:
        kind: type = type(obj)
        if attribute in _plain(kind):
            return getattr(obj, attribute)
        if kind is TemplateModule:
            macro = vars(obj).get(attribute)
            if type(macro) is Macro:
                return macro
        return super().getattr(obj, attribute)

    def call(self, context: Context, called: Any, /, *args: Any, **kwargs: Any) -> Any:
        if type(called) is Macro:
            self.steps.take()
            kwargs.pop("_loop_vars", None)
            kwargs.pop("_block_vars", None)
            return called(context.eval_ctx, *args, **kwargs)
        return self.built(super().call(context, called, *args, **kwargs))

    def getitem(self, obj: Any, argument: Any) -> Any:
        if isinstance(argument, AnyCode) and isinstance(obj, Mapping) and argument not in obj:
            return next(iter(obj.values()), argument)
        return super().getitem(obj, argument)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        if operator == "*" and not (
            isinstance(left, int | float) and isinstance(right, int | float)
        ):
            raise SecurityError("'*' is for numbers: nothing is repeated here")
        if operator == "**":
            raise SecurityError("'**' is not allowed: no page needs such numbers")
        if isinstance(left, Markup) or isinstance(right, Markup):
            if operator == "%":
                raise SecurityError("'%' cannot fill text into a link or a macro's result")
            return self.built(finalize(left) + finalize(right))
        return self.built(super().call_binop(context, operator, left, right))


@dataclasses.dataclass(frozen=True, slots=True)
class Renderer:
    """Compiled templates with their ``texts`` by name, and the ``trees`` of those that can be read.
    ``problems`` holds those of templates that cannot be used at all."""

    environment: _Environment
    problems: tuple[Problem, ...]
    texts: Mapping[str, str] = dataclasses.field(default_factory=dict, compare=False)
    trees: Mapping[str, nodes.Template] = dataclasses.field(default_factory=dict, compare=False)

    def render(self, name: str, **context: object) -> str | Problem:
        """The text of template ``name``, ending in one newline, or what is wrong with it."""
        broken = next((one for one in self.problems if one.file == FOLDER + name), None)
        if broken:
            return broken
        self.environment.steps.begin()
        try:
            text = self.environment.get_template(name).render(context)
        # What an expression in a template may raise is as open as Python itself.
        except Exception as error:
            return _problem(error, name, context)
        whole = "\n".join(line.rstrip(" \t") for line in text.split("\n"))
        return _GAPS.sub("\n\n", whole).strip("\n") + "\n"


def finalize(value: object) -> Markup:
    """What an expression prints: addresses and macros as they are, all else escaped."""
    if isinstance(value, Markup):
        return value
    if isinstance(value, _Unknown):
        str(value)
    return _printed(str(value))


@lru_cache(maxsize=16384)
def _printed(text: str) -> Markup:
    return Markup(escape(text))


@cache
def _plain(kind: type) -> frozenset[str]:
    """Attributes that are nothing but data: the fields of views, and where a loop stands."""
    if dataclasses.is_dataclass(kind):
        return frozenset(
            field.name for field in dataclasses.fields(kind) if not field.name.startswith("_")
        )
    if kind is LoopContext:
        return frozenset({"first", "index", "index0", "last", "length"})
    return frozenset()


def compiled(templates: Mapping[str, str]) -> Renderer:
    """A renderer for these template texts; the same texts are compiled once."""
    return _compiled(tuple(sorted(templates.items())))


@lru_cache(maxsize=4)
def _compiled(templates: tuple[tuple[str, str], ...]) -> Renderer:
    texts = dict(templates)
    environment = _Environment(
        # The name given as file name is what a traceback shows.
        loader=FunctionLoader(
            lambda name: (texts[name], name, lambda: True) if name in texts else None
        ),
        undefined=_Unknown,
        autoescape=True,
        trim_blocks=True,
        # What stands before a tag is printed: the indentation of nested Markdown matters.
        lstrip_blocks=False,
        keep_trailing_newline=True,
        cache_size=-1,
    )
    for name in set(environment.filters) - FILTERS - {"join", FILTER}:
        del environment.filters[name]
    for name in ("lipsum", "cycler"):
        del environment.globals[name]
    trees: dict[str, nodes.Template] = {}
    problems = [one for name in texts for one in _checked(environment, name, texts[name], trees)]
    return Renderer(environment, tuple(problems), texts, trees)


def _checked(
    environment: _Environment, name: str, text: str, trees: dict[str, nodes.Template]
) -> Iterable[Problem]:
    try:
        tree = trees[name] = environment.parse(text, name, name)
        for node in tree.find_all((nodes.Concat, nodes.ScopedEvalContextModifier)):
            what = "'~'" if isinstance(node, nodes.Concat) else "'autoescape'"
            remedy = "write the parts one after the other, each in its own {{ }}"
            yield _template_problem(name, node.lineno, f"{what} is not allowed", remedy)
            return
        environment.get_template(name)
    except Exception as error:
        yield _problem(error, name, {})


def _problem(error: Exception, name: str, context: Mapping[str, object]) -> Problem:
    if isinstance(error, TemplateSyntaxError):
        return _template_problem(
            error.name or name, error.lineno, error.message or "", _filter(error)
        )
    endless = isinstance(error, RecursionError)
    file, line = _place(error.__traceback__, name, outermost=endless)
    if isinstance(error, TemplateNotFound):
        if error.name in {None, name}:
            return _template_problem(name, None, "there is no such template", "restore the file")
        remedy = "name a file of the folder of templates"
        return _template_problem(file, line, f'there is no template "{error.name}"', remedy)
    if isinstance(error, _UnknownNameError):
        owner, choices = _choices(error.owner, context)
        near = difflib.get_close_matches(error.name, choices, n=1, cutoff=0.5)
        remedy = f'did you mean "{near[0]}"?' if near else f"known here: {', '.join(choices)}"
        return _template_problem(file, line, f'{owner} has no "{error.name}"', remedy)
    if endless:
        remedy = "end it with a condition"
        return _template_problem(file, line, "the template includes itself without end", remedy)
    text = str(error) if isinstance(error, TemplateError) else f"{type(error).__name__}: {error}"
    return _template_problem(file, line, text, "")


def _template_problem(name: str, line: int | None, message: str, remedy: str) -> Problem:
    return Problem(code="E_TEMPLATE", message=message, file=FOLDER + name, line=line, remedy=remedy)


def _filter(error: TemplateSyntaxError) -> str:
    asked = re.match(r"No filter named '(\w+)'", error.message or "")
    if not asked:
        return ""
    near = difflib.get_close_matches(asked.group(1), sorted(FILTERS | {"join"}), n=1)
    return f'did you mean "{near[0]}"?' if near else ""


def _place(
    traceback: TracebackType | None, name: str, *, outermost: bool
) -> tuple[str, int | None]:
    """The innermost line of a template in the traceback, or the outermost."""
    places = [
        (frame.f_code.co_filename, line)
        for frame, line in walk_tb(traceback)
        if frame.f_code.co_filename.endswith(".j2")
    ]
    return places[0 if outermost else -1] if places else (name, None)


def _choices(owner: Any, context: Mapping[str, object]) -> tuple[str, list[str]]:
    if owner is missing:
        return "this page", sorted(context)
    if dataclasses.is_dataclass(owner):
        return type(owner).__name__, [field.name for field in dataclasses.fields(owner)]
    if isinstance(owner, TemplateModule):
        return f"the import of {owner.__name__}", sorted(
            key for key in vars(owner) if not key.startswith("_")
        )
    if isinstance(owner, Mapping):
        return "the list of words", sorted(str(key) for key in owner)
    return type(owner).__name__, []
