#include "app/builtin/fallbacknotice.h"

#include "app/builtin/picturefolders.h"
#include "app/freshness/flagfreshness.h"
#include "app/freshness/freshnesstext.h"

#include <QCoreApplication>
#include <QFile>

using namespace Qt::StringLiterals;

namespace {

struct FallbackNotice
{
    Q_DECLARE_TR_FUNCTIONS(FallbackNotice)
};

QList<std::pair<QString, QByteArray>> picturesIn(const QString &folder)
{
    QList<std::pair<QString, QByteArray>> pictures;
    const QStringList codes = pictureCodes(folder);
    for (const QString &code : codes) {
        QFile file(folder + u'/' + code + u".svg"_s);
        if (hasFlagChange(code.toUpper()) && file.open(QIODevice::ReadOnly))
            pictures.append({code.toUpper(), file.readAll()});
    }
    return pictures;
}

} // namespace

QString fallbackNotice(const QString &folder)
{
    const QString what
        = FallbackNotice::tr("The built-in pictures are Debian's, because flag-icons is not installed.");
    const QString older = olderPicturesText(wrongPictures(picturesIn(folder)).size());
    const QString advice = FallbackNotice::tr("Run scripts/install-dependencies.sh to get the newer ones.");
    return QStringList{what, older, advice}.join(u' ').simplified();
}
