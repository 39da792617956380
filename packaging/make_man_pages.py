#!/usr/bin/env python3
"""Writes the manual pages of flagfetch, in English and Simplified Chinese, from its --help.

Usage: make_man_pages.py --program FLAGFETCH --version VERSION --date DATE --output FOLDER

Writes FOLDER/man1/flagfetch.1 and FOLDER/zh_CN/man1/flagfetch.1. What --help does not have is in TEXTS.
"""

import argparse
import pathlib
import re
import textwrap

import programhelp

TEXTS = {
    "en": {
        "manual": "User Commands",
        "name": ("NAME", "download the flags of the world"),
        "synopsis": "SYNOPSIS",
        "description": "DESCRIPTION",
        "options": "OPTIONS",
        "status": "EXIT STATUS",
        "examples": "EXAMPLES",
        "files": (
            "FILES",
            [
                ("$XDG_CONFIG_HOME/flagfetch/flagfetch.conf", "the settings of the window"),
                ("$XDG_CONFIG_HOME/flagfetch/sources.json", "your own sources"),
                ("flags.json", "source, address, licence and SHA-256 hash of every flag in a folder"),
                ("ATTRIBUTION.md", "the licences of the flags in a folder, for people"),
            ],
            "Without XDG_CONFIG_HOME it is ~/.config.",
        ),
        "environment": (
            "ENVIRONMENT",
            [
                ("http_proxy, https_proxy, no_proxy", "the proxy of the system, unless --proxy is given"),
                ("QT_LOGGING_RULES", "as --log"),
                ("LANGUAGE, LC_ALL, LC_MESSAGES, LANG", "the language of messages: English or Simplified Chinese"),
            ],
        ),
    },
    "zh_CN": {
        "manual": "用户命令",
        "name": ("名称", "下载世界各国和地区的旗帜"),
        "synopsis": "概要",
        "description": "描述",
        "options": "选项",
        "status": "退出状态",
        "examples": "示例",
        "files": (
            "文件",
            [
                ("$XDG_CONFIG_HOME/flagfetch/flagfetch.conf", "窗口的设置"),
                ("$XDG_CONFIG_HOME/flagfetch/sources.json", "自己的来源"),
                ("flags.json", "文件夹中每面旗帜的来源、地址、许可证和 SHA-256 哈希值"),
                ("ATTRIBUTION.md", "文件夹中旗帜的许可证，供人阅读"),
            ],
            "未设置 XDG_CONFIG_HOME 时为 ~/.config。",
        ),
        "environment": (
            "环境变量",
            [
                ("http_proxy, https_proxy, no_proxy", "系统代理；指定 --proxy 时不使用"),
                ("QT_LOGGING_RULES", "同 --log"),
                ("LANGUAGE, LC_ALL, LC_MESSAGES, LANG", "消息的语言：英文或简体中文"),
            ],
        ),
    },
}


def escaped(text):
    """Text as roff reads it. Hyphens stay ASCII, so that options can be copied and searched."""
    for plain, name in (("\\", "\\e"), ("-", "\\-"), ("'", "\\(aq"), ("`", "\\(ga"), ("^", "\\(ha"), ("~", "\\(ti")):
        text = text.replace(plain, name)
    return text


def lines_of(text):
    """Lines of the file for a paragraph. Options are bold, and a line can break after a Chinese comma."""
    parts = re.split(r"((?<![\w-])--[a-z][a-z0-9-]*)", text)
    marked = "".join(rf"\fB{escaped(part)}\fR" if i % 2 else escaped(part) for i, part in enumerate(parts))
    marked = marked.replace("、", "、\\:")
    lines = textwrap.wrap(marked, 79, break_long_words=False, break_on_hyphens=False)
    return [rf"\&{line}" if line.startswith(".") else line for line in lines]


def option_head(entry):
    head = rf"\fB\-{entry.short}\fR, " if entry.short else ""
    head += rf"\fB{escaped('--' + entry.long)}\fR"
    return head + (rf" \fI{escaped(entry.value)}\fR" if entry.value else "")


def tagged(head, text):
    return [".TP", head, *lines_of(text)]


def synopsis(usage):
    lines = []
    for form in usage:
        lines += [".br"] if lines else []
        parts = re.split(r"((?<![\w-])--?[a-z][a-z-]*|\b[A-Z]+\b)", form)
        marked = [escaped(part) for part in parts]
        for i in range(1, len(parts), 2):
            marked[i] = rf"\f{'B' if parts[i].startswith('-') else 'I'}{marked[i]}\fR"
        lines.append(rf"\fBflagfetch\fR {''.join(marked)}")
    return lines


def page(described, texts, version, date):
    name, purpose = texts["name"]
    lines = [
        ".\\\" Written by packaging/make_man_pages.py from the program's --help.",
        # Lines of Chinese have few spaces that could be widened. groff 1.23 reads the first of these, 1.22 the second.
        ".ds AD l",
        f'.TH FLAGFETCH 1 "{date}" "Flagfetch {version}" "{texts["manual"]}"',
        ".ad l",
        f".SH {name}",
        rf"flagfetch \- {escaped(purpose)}",
        f'.SH {texts["synopsis"]}',
        *synopsis(described.usage),
        f'.SH {texts["description"]}',
    ]
    for number, paragraph in enumerate(described.description):
        lines += ([".PP"] if number else []) + lines_of(paragraph)
    lines.append(f'.SH {texts["options"]}')
    for section in described.options:
        lines.append(f'.SS "{section.title}"')
        for entry in section.entries:
            lines += tagged(option_head(entry), entry.text)
    lines.append(f'.SH "{described.sources.title.upper()}"')
    for entry in described.sources.entries:
        lines += tagged(rf"\fB{escaped(entry.head)}\fR", entry.text)
    lines.append(f'.SH "{texts["status"]}"')
    for entry in described.statuses.entries:
        lines += tagged(rf"\fB{entry.head}\fR", entry.text)
    lines += [f'.SH {texts["examples"]}', ".nf"]
    lines += [escaped(entry.head) for entry in described.examples.entries]
    lines.append(".fi")
    for title, rows, *note in (texts["files"], texts["environment"]):
        lines.append(f".SH {title}")
        for head, text in rows:
            lines += tagged(rf"\fI{escaped(head)}\fR", text)
        for text in note:
            lines += [".PP", *lines_of(text)]
    return "\n".join(lines) + "\n"


def main():
    parser = argparse.ArgumentParser()
    for option in ("--program", "--version", "--date", "--output"):
        parser.add_argument(option, required=True)
    arguments = parser.parse_args()
    for language, folder in (("en", "."), ("zh_CN", "zh_CN")):
        described = programhelp.read(arguments.program, language)
        target = pathlib.Path(arguments.output) / folder / "man1" / "flagfetch.1"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(page(described, TEXTS[language], arguments.version, arguments.date), encoding="utf-8")


if __name__ == "__main__":
    main()
