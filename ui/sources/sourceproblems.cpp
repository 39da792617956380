#include "ui/sources/sourceproblems.h"

#include "app/language/joining.h"
#include "app/sources/sourceentry.h"
#include "app/sources/untrustedtext.h"
#include "app/sources/urltemplate.h"

#include <QCoreApplication>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace {

struct SourceProblems
{
    Q_DECLARE_TR_FUNCTIONS(SourceProblems)
};

QString idProblem(const QString &id, const QStringList &taken)
{
    if (id.isEmpty())
        return SourceProblems::tr("The id is missing.");
    if (!isSourceId(id))
        return SourceProblems::tr("Id: only A to Z, 0 to 9 and . _ - are allowed.");
    if (taken.contains(id, Qt::CaseInsensitive))
        return SourceProblems::tr("Id: another source of yours has it already.");
    return {};
}

QString pictureProblem(const QString &address)
{
    if (address.isEmpty())
        return SourceProblems::tr("The picture address is missing.");
    const auto fault = urlTemplateFault(address);
    return fault ? asSentence(withLabel(SourceProblems::tr("Picture address"), *fault)) : QString();
}

/// One address for each country has a placeholder, one for all has none.
QString namesProblem(const QString &address, bool isPerCountry)
{
    if (address.isEmpty())
        return SourceProblems::tr("The names address is missing.");
    const auto fault
        = isPerCountry ? urlTemplateFault(address) : webAddressProblem(address, Credentials::Refused);
    return fault ? asSentence(withLabel(SourceProblems::tr("Names address"), *fault)) : QString();
}

} // namespace

QList<SourceFieldProblem> problemsOfForm(const QJsonObject &entry, const QStringList &taken)
{
    QList<SourceFieldProblem> problems;
    const auto add = [&problems](SourceField field, const QString &text) {
        if (!text.isEmpty())
            problems.append({field, text});
    };
    const auto text = [&entry](QLatin1StringView key) { return entry.value(key).toString(); };
    if (text("title"_L1).isEmpty() && text("id"_L1).isEmpty())
        add(SourceField::Name, SourceProblems::tr("The name is missing."));
    else
        add(SourceField::Id, idProblem(text("id"_L1), taken));
    if (!entry.contains("embedded"_L1)) { // the addresses of an embedded source have no field
        if (!entry.contains("images"_L1))
            add(SourceField::PictureAddress, pictureProblem(text("image"_L1)));
        for (const QLatin1StringView key : {"metadata"_L1, "names"_L1}) {
            if (entry.contains(key))
                add(SourceField::NamesAddress, namesProblem(text(key), key == "metadata"_L1));
        }
    }
    if (!problems.isEmpty())
        return problems;
    if (const auto read = sourceFromEntry(entry); !read) // a key that has no field
        add(SourceField::Name, asSentence(read.error()));
    return problems;
}
