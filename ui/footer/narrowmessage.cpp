#include "ui/footer/narrowmessage.h"

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
