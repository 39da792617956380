#include "app/sources/sourcelist.h"

#include "app/language/joining.h"
#include "app/sources/untrustedtext.h"
#include "app/sources/urltemplate.h"

#include <QFile>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

constexpr auto shippedFileName = ":/flagfetch/sources.json"_L1;

// Names of the servers in the exercise that this program descends from.
constexpr std::array aliases{
    std::pair{"LOCAL"_L1, "builtin"_L1},
    std::pair{"DELAY"_L1, "builtin-slow"_L1},
    std::pair{"ERROR"_L1, "builtin-faulty"_L1},
    std::pair{"REMOTE"_L1, "fluentpython"_L1},
};

QString withoutAlias(const QString &word)
{
    for (const auto &[alias, id] : aliases) {
        if (word.compare(alias, Qt::CaseInsensitive) == 0)
            return id;
    }
    return word;
}

/// Returns -1 if there is none.
qsizetype rowOfId(const QList<Source> &sources, const QString &id)
{
    const auto found = std::find_if(sources.cbegin(), sources.cend(),
        [&id](const Source &source) { return source.id.compare(id, Qt::CaseInsensitive) == 0; });
    return found == sources.cend() ? -1 : found - sources.cbegin();
}

Source customSource(const QString &imageTemplate, const QString &metadataTemplate)
{
    const Country sample{.code = u"CC"_s, .iso3 = u"ISO"_s, .name = {}, .displayName = {}, .number = 999};
    Source source;
    source.imageTemplate = imageTemplate;
    source.metadataTemplate = metadataTemplate;
    const QUrl url = source.imageUrl(sample).value_or(QUrl());
    const QString host = url.host();
    source.id = sourceIdOfHost(host);
    source.title = url.port() < 0 ? host : u"%1:%2"_s.arg(host, QString::number(url.port()));
    return source;
}

tl::expected<Source, SourceProblem> sourceAtBase(const QString &address)
{
    const auto problem = [&](const QString &fault) {
        return tl::unexpected(SourceProblem{withLabel(shownAddress(address), fault)});
    };
    if (const auto fault = webAddressProblem(address, Credentials::Allowed))
        return problem(*fault);
    const QUrl url(address, QUrl::StrictMode);
    if (url.hasQuery() || url.hasFragment())
        return problem(SourceList::tr("an address with ? or # needs the placeholder {cc}"));
    QString base = address;
    while (base.endsWith(u'/'))
        base.chop(1);
    return customSource(base + u"/{cc}/{cc}.gif"_s, base + u"/{cc}/metadata.json"_s);
}

} // namespace

tl::expected<SourceList, SourceProblem> SourceList::fromJson(const QByteArray &json, const QString &fileName)
{
    const auto file = SourcesFile::fromJson(json, fileName);
    if (!file)
        return tl::unexpected(file.error());
    if (const QStringList problems = file->problems(); !problems.isEmpty())
        return tl::unexpected(SourceProblem{problems.first()});
    SourceList list;
    list.m_sources = file->sources();
    return list;
}

SourcesFile SourceList::shippedFile()
{
    QFile file(shippedFileName);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("The program was built without its list of sources");
    auto read = SourcesFile::fromJson(file.readAll(), u"sources.json"_s);
    if (!read)
        qFatal("%s", qPrintable(read.error().text));
    return *std::move(read);
}

SourceList SourceList::shipped()
{
    static const SourceList list = [] {
        const SourcesFile file = shippedFile();
        if (const QStringList problems = file.problems(); !problems.isEmpty())
            qFatal("%s", qPrintable(problems.first()));
        SourceList read;
        read.m_sources = file.sources();
        return read;
    }();
    return list;
}

QStringList SourceList::shippedIdsWith(const QString &code)
{
    QStringList ids;
    const SourceList list = shipped();
    for (const Source &source : list.m_sources) {
        // The slow and the faulty server are for experiments.
        const bool isForExperiments
            = source.embedded == Embedded::Slow || source.embedded == Embedded::Faulty;
        if (!isForExperiments && source.codes && source.codes->contains(code))
            ids.append(source.id);
    }
    return ids;
}

QString SourceList::shippedIdsText(const QString &code)
{
    constexpr qsizetype shown = 3;
    const QStringList ids = shippedIdsWith(code);
    const QString first = joinedItems(ids.first(std::min(ids.size(), shown)));
    const auto more = static_cast<int>(ids.size() - shown);
    return more <= 0 ? first : tr("%1 and %n more", "ids of sources", more).arg(first);
}

SourceList SourceList::joinedWith(const QList<Source> &own) const
{
    SourceList joined = *this;
    for (Source source : own) {
        source.isOwn = true;
        if (const qsizetype row = rowOfId(joined.m_sources, source.id); row >= 0)
            joined.m_sources[row] = source;
        else
            joined.m_sources.append(source);
    }
    return joined;
}

tl::expected<Source, SourceProblem> SourceList::resolve(const QString &server) const
{
    for (const QString &id : {server, withoutAlias(server)}) {
        if (const qsizetype row = rowOfId(m_sources, id); row >= 0)
            return m_sources.at(row);
    }
    if (server.contains(u'{') || server.contains(u'}')) {
        if (const auto problem = urlTemplateProblem(server, Credentials::Allowed))
            return tl::unexpected(SourceProblem{*problem});
        return customSource(server, QString());
    }
    if (server.contains(u'/'))
        return sourceAtBase(server);
    QStringList known;
    for (const Source &source : m_sources)
        known.append(source.id);
    const QString problem
        = tr("%1: there is no such source; allowed are %2, an http:// or https:// address, and a template "
             "such as https://HOST/{cc}.png")
              .arg(server.isEmpty() ? u"''"_s : shownAddress(server), joinedItems(known));
    return tl::unexpected(SourceProblem{problem});
}
