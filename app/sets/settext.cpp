#include "app/sets/settext.h"

#include "app/sets/verification.h"

#include <QCoreApplication>
#include <QLocale>

namespace {

struct SetText
{
    Q_DECLARE_TR_FUNCTIONS(SetText)
};

} // namespace

QString verificationText(const Verification &verification)
{
    const qsizetype well = verification.count(FileState::Intact);
    const qsizetype expected = verification.files.size() - verification.count(FileState::Untracked);
    return well == expected
        ? SetText::tr("%n file(s) checked, all as they should be.", nullptr, int(expected))
        : SetText::tr("%n file(s) checked, %1 not as they should be.", nullptr, int(expected))
              .arg(expected - well);
}

QString unreadableManifestText(const QString &why)
{
    return SetText::tr(
        "flags.json cannot be understood (%1), so there is nothing to compare the files with. Use another "
        "copy of it; or the next download into the folder keeps it aside, and makes a new one of the files.")
        .arg(why);
}

QString interruptionText(qsizetype missing, qsizetype total)
{
    const QLocale locale;
    return SetText::tr("The last batch in this folder was interrupted: %1 of %2 flags are still missing.")
        .arg(locale.toString(missing), locale.toString(total));
}
