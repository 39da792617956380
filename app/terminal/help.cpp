#include "app/language/columns.h"
#include "app/sources/sourcelist.h"
#include "app/sources/sourcetexts.h"
#include "app/terminal/information.h"
#include "app/terminal/optiontable.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

struct Help
{
    Q_DECLARE_TR_FUNCTIONS(Help)
};

constexpr qsizetype lineWidth = 80;
constexpr qsizetype textColumn = 25;

QString heading(const QString &title)
{
    return Help::tr("%1:", "heading").arg(title) + u'\n';
}

/// `head`, followed by `text`, which is wrapped in the text column.
QString entryLines(const QString &head, const QString &text)
{
    QStringList lines = wrappedLines(text, lineWidth - 1 - textColumn);
    for (QString &line : lines)
        line.prepend(QString(textColumn, u' '));
    if (head.size() < textColumn - 1)
        lines.first().replace(0, head.size(), head);
    else
        lines.prepend(head);
    return lines.join(u'\n') + u'\n';
}

QString optionLines(const OptionEntry &entry)
{
    QString head = entry.shortName.isEmpty() ? u"      "_s : u"  -"_s + entry.shortName + u", "_s;
    head += u"--"_s + entry.longName;
    if (!entry.valueName.isEmpty())
        head += u' ' + entry.valueName;
    return entryLines(head, entry.description);
}

QString sourceLines(const SourceList &sources)
{
    QString lines = heading(Help::tr("Sources"));
    for (const Source &source : sources.sources())
        lines += entryLines(u"  "_s + source.id, displayTitle(source));
    return lines
        + entryLines(u"  http://..."_s,
            Help::tr("an address, to which {cc}/{cc}.gif and {cc}/metadata.json are appended, or a "
                     "template that contains {cc}, {CC}, {iso3}, {ISO3} or {num}"));
}

} // namespace

QString helpText(const SourceList &sources)
{
    QString text
        = Help::tr("Usage: flagfetch [options] [CODE ...]\n"
                   "       flagfetch --headless [options] [CODE ...]\n"
                   "       flagfetch --compare -s S -s S [options] [CODE ...]\n"
                   "       flagfetch --measure-limits N,N... [options] [CODE ...]\n"
                   "       flagfetch --update DIR [options] [CODE ...]\n"
                   "       flagfetch --verify DIR [--repair]\n"
                   "       flagfetch --from FILE [--output DIR]\n"
                   "       flagfetch --resume DIR\n"
                   "       flagfetch --contact-sheet FILE | --sprite DIR | --data FILE [CODE ...]\n"
                   "       flagfetch --serve [options]\n"
                   "\n"
                   "Downloads the flags of the world. Opens a window in which the named countries\n"
                   "are ticked; with --headless downloads them at once, without a window.\n"
                   "\n"
                   "CODE names countries: a code of two letters (CN), three letters (CHN) or three\n"
                   "digits (156), an emoji flag, a name in any language (china), or the beginning\n"
                   "of a name (germ). One letter means all codes that begin with it (B: BA to BZ).\n"
                   "Filters are continent:africa, region:western-europe and group:eu. Words next to\n"
                   "each other must all match, a comma starts a new selection, a minus excludes.\n"
                   "Without CODE the twenty most populous countries are used or, for a folder of\n"
                   "flags, everything in it.\n");
    for (const OptionGroup &group : optionTable()) {
        text += u'\n' + heading(group.title);
        for (const OptionEntry &entry : group.entries)
            text += optionLines(entry);
    }
    text += u'\n' + sourceLines(sources);
    text += Help::tr("\n"
                     "Exit status:\n"
                     "  0    every requested flag is on disk and intact\n"
                     "  1    some flags were not found or failed, or another error occurred\n"
                     "  2    the command line cannot be used; nothing was written\n"
                     "  130  interrupted by Ctrl-C (143: SIGTERM, 129: SIGHUP); received\n"
                     "       flags are saved\n"
                     "\n"
                     "Examples:\n"
                     "  flagfetch BR germany 日本\n"
                     "  flagfetch --headless \"continent:africa -EG\"\n"
                     "  flagfetch --headless --all --output flags\n"
                     "  flagfetch --headless --json --server fluentpython B > result.jsonl\n"
                     "  flagfetch --headless -s flag-icons -s builtin --all\n"
                     "  flagfetch --compare -s builtin -s flagcdn continent:africa\n"
                     "  flagfetch --measure-limits 1,2,5,10,30,100\n"
                     "  flagfetch --update flags\n"
                     "  flagfetch --verify flags --repair\n"
                     "  flagfetch --from flags/flags.json --output copy\n"
                     "  flagfetch --headless --png 80,160 --name \"{continent}/{cc}\" --all\n"
                     "  flagfetch --sprite site --set flags\n"
                     "  flagfetch --data flags.csv --set flags\n"
                     "  flagfetch --contact-sheet africa.pdf --language ar continent:africa\n"
                     "  flagfetch --serve --port 8000 --delay 0.5-5\n");
    return text;
}

QString versionText()
{
    return u"flagfetch " FLAGFETCH_VERSION "\n"_s
        + Help::tr("Qt %1, built with %2")
              .arg(QLatin1StringView(qVersion()), QLatin1StringView(QT_VERSION_STR))
        + u'\n';
}
