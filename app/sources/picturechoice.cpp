#include "app/sources/picturechoice.h"

#include "app/language/joining.h"

#include <QCoreApplication>

#include <algorithm>

namespace {

struct PictureChoiceText
{
    Q_DECLARE_TR_FUNCTIONS(PictureChoiceText)
};

bool fits(const SourcePicture &picture, const PictureChoice &choice)
{
    return (choice.format.isEmpty() || choice.format == picture.format)
        && (!choice.width || picture.widths.contains(*choice.width));
}

QString widthsText(const QList<int> &widths)
{
    QStringList numbers;
    for (const int width : widths)
        numbers.append(QString::number(width));
    return PictureChoiceText::tr("%1 pixels wide").arg(joinedItems(numbers));
}

} // namespace

tl::expected<Source, QString> withPicture(const Source &source, const PictureChoice &choice)
{
    if (choice == PictureChoice())
        return source;
    const auto found = std::ranges::find_if(
        source.pictures, [&choice](const SourcePicture &picture) { return fits(picture, choice); });
    if (found == source.pictures.end()) {
        const QString has = pictureText(source);
        const QString problem = has.isEmpty()
            ? PictureChoiceText::tr("%1: this source has no choice of formats or widths").arg(source.id)
            : PictureChoiceText::tr("%1: this source has no such picture; it has %2").arg(source.id, has);
        return tl::unexpected(problem);
    }
    Source chosen = source;
    chosen.format = found->format;
    chosen.width = choice.width.value_or(found->defaultWidth);
    chosen.imageTemplate = found->templateFor(chosen.width);
    return chosen;
}

QString pictureText(const Source &source)
{
    QStringList kinds;
    QStringList formats;
    for (auto picture = source.pictures.begin(); picture != source.pictures.end(); ++picture) {
        if (picture->format.isEmpty())
            continue;
        formats.append(picture->format);
        const auto next = std::next(picture);
        if (next != source.pictures.end() && next->widths == picture->widths)
            continue;
        const QString names = joinedItems(formats);
        kinds.append(picture->widths.isEmpty() ? names : withRemark(names, widthsText(picture->widths)));
        formats.clear();
    }
    return joinedItems(kinds);
}
