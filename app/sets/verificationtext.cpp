#include "app/sets/verificationtext.h"

#include "app/sets/verification.h"

#include <QCoreApplication>

namespace {

struct VerificationText
{
    Q_DECLARE_TR_FUNCTIONS(VerificationText)
};

} // namespace

QString verificationText(const Verification &verification)
{
    const qsizetype well = verification.count(FileState::Well);
    const qsizetype expected = verification.files.size() - verification.count(FileState::Unknown);
    return well == expected
        ? VerificationText::tr("%n file(s) checked, all as they should be.", nullptr, int(expected))
        : VerificationText::tr("%n file(s) checked, %1 not as they should be.", nullptr, int(expected))
              .arg(expected - well);
}

QString unreadableManifestText(const QString &why)
{
    return VerificationText::tr(
        "flags.json cannot be understood (%1), so there is nothing to compare the files with. Use another "
        "copy of it; or the next download into the folder keeps it aside, and makes a new one of the files.")
        .arg(why);
}
