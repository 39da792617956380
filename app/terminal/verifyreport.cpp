#include "app/terminal/verifyreport.h"

#include "app/freshness/freshnesstext.h"
#include "app/sets/settext.h"
#include "app/terminal/jsonline.h"
#include "app/terminal/shellword.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace {

struct VerifyReport
{
    Q_DECLARE_TR_FUNCTIONS(VerifyReport)
};

QString fileLine(const CheckedFile &file)
{
    switch (file.state) {
    case FileState::Intact:
        return VerifyReport::tr("Well: %1").arg(file.file);
    case FileState::Missing:
        return VerifyReport::tr("Missing: %1").arg(file.file);
    case FileState::Altered:
        return VerifyReport::tr("Altered: %1").arg(file.file);
    case FileState::Unreadable:
        return VerifyReport::tr("Cannot be read: %1").arg(file.file);
    case FileState::Untracked:
        return VerifyReport::tr("Not part of the set: %1").arg(file.file);
    }
    Q_UNREACHABLE();
}

} // namespace

QStringList verifyReport(const Verification &verification, bool everything)
{
    QStringList lines{verificationText(verification)};
    for (const CheckedFile &file : verification.files) {
        if (everything || file.state != FileState::Intact)
            lines.append(fileLine(file));
    }
    if (const QString older = wrongPicturesText(verification.wrongPictures()); !older.isEmpty())
        lines.append(older);
    return lines;
}

QByteArray verifyJsonLine(const CheckedFile &file)
{
    const QJsonObject object{
        {u"file"_s, file.file},
        {u"code"_s, file.code.isEmpty() ? QJsonValue() : QJsonValue(file.code)},
        {u"state"_s, fileStateWord(file.state)},
        {u"derived"_s, file.isDerived},
        {u"superseded_since"_s, supersededSince(file.freshness)},
    };
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

QString interruptedBatchText(const QString &folder, const InterruptedBatch &batch)
{
    return interruptionText(batch.countMissing(), batch.countAll()) + u' '
        + VerifyReport::tr("To go on with it: flagfetch --resume %1").arg(shellWord(folder));
}
