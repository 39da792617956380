#include "ui/footer/narrowmessage.h"

#include "app/freshness/freshnesstext.h"
#include "ui/grid/flagmodel.h"

#include <QCoreApplication>

namespace {
struct NarrowMessage
{
    Q_DECLARE_TR_FUNCTIONS(NarrowMessage)
};
} // namespace

QString narrowMessage(const FlagModel &model)
{
    int narrow = 0;
    for (int row = 0; row < model.rowCount(); ++row)
        narrow += model.index(row).data(FlagModel::NarrowRole).toBool() ? 1 : 0;
    return narrow == 0
        ? QString()
        : NarrowMessage::tr("%n flag(s) narrower than asked for, because none is enlarged.", nullptr, narrow);
}

QString wrongPicturesMessage(const FlagModel &model)
{
    constexpr qsizetype few = 3;
    QStringList shown;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QString text = model.index(row).data(FlagModel::WrongPictureRole).toString();
        if (!text.isEmpty())
            shown.append(NarrowMessage::tr("%1 shows %2", "code, what its picture shows")
                             .arg(model.index(row).data(FlagModel::CodeRole).toString(), text));
    }
    if (shown.isEmpty() || shown.size() > few)
        return olderPicturesText(shown.size());
    return NarrowMessage::tr("Older pictures: %1.").arg(shown.join(u", "));
}
