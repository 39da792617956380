#include "app/images/rendermessage.h"

#include "app/images/checkedstream.h"

#include <QDataStream>
#include <QIODevice>

#include <cmath>
#include <cstring>

namespace {

constexpr int maximalPictures = 1'000'000; // in a contact sheet or sprite; no manifest can have more

QDataStream &operator<<(QDataStream &stream, const RenditionSpec &spec)
{
    return stream << quint8(spec.format) << qint32(spec.width);
}

QDataStream &operator>>(QDataStream &stream, RenditionSpec &spec)
{
    qint32 width = 0;
    readEnum(stream, spec.format, RenditionFormat::WebP);
    stream >> width;
    refuseUnless(stream, width >= 1 && width <= maximalRenditionWidth);
    spec.width = width;
    return stream;
}

QDataStream &operator<<(QDataStream &stream, const Rendition &rendition)
{
    return stream << rendition.spec << rendition.size << rendition.bytes;
}

QDataStream &operator>>(QDataStream &stream, Rendition &rendition)
{
    stream >> rendition.spec >> rendition.size >> rendition.bytes;
    refuseUnless(stream, isDrawable(rendition.size) && !rendition.bytes.isEmpty());
    return stream;
}

template <typename Value>
void writeList(QDataStream &stream, const QList<Value> &values)
{
    stream << quint32(values.size());
    for (const Value &value : values)
        stream << value;
}

/// QList's own operator trusts the number of entries in the stream.
template <typename Value>
void readList(QDataStream &stream, QList<Value> &values, qsizetype most)
{
    quint32 count = 0;
    stream >> count;
    refuseUnless(stream, count <= quint64(most));
    for (quint32 i = 0; i < count && stream.status() == QDataStream::Ok; ++i) {
        Value value;
        stream >> value;
        values.append(value);
    }
}

QDataStream &operator<<(QDataStream &stream, const PictureRequest &request)
{
    stream << request.bytes << request.box;
    writeList(stream, request.renditions);
    return stream << quint8(request.crop);
}

QDataStream &operator>>(QDataStream &stream, PictureRequest &request)
{
    constexpr qsizetype maximalRenditions = 2 * qsizetype(maximalRenditionWidth);
    stream >> request.bytes >> request.box;
    refuseUnless(stream, request.box.isEmpty() || isDrawable(request.box));
    readList(stream, request.renditions, maximalRenditions);
    readEnum(stream, request.crop, Crop::Circle);
    return stream;
}

QDataStream &operator<<(QDataStream &stream, const PictureAnswer &answer)
{
    stream << answer.naturalSize;
    writeImage(stream, answer.fitted);
    writeList(stream, answer.renditions);
    return stream;
}

QDataStream &operator>>(QDataStream &stream, PictureAnswer &answer)
{
    constexpr qsizetype maximalRenditions = 2 * qsizetype(maximalRenditionWidth);
    stream >> answer.naturalSize;
    constexpr double longest = 1e9; // so that it fits an int
    for (const double side : {answer.naturalSize.width(), answer.naturalSize.height()})
        refuseUnless(stream, side >= -1 && side <= longest); // -1: an invalid size
    readImage(stream, answer.fitted);
    readList(stream, answer.renditions, maximalRenditions);
    return stream;
}

QDataStream &operator<<(QDataStream &stream, const SheetOptions &options)
{
    return stream << options.title << qint32(options.columns) << quint8(options.paper) << options.language;
}

QDataStream &operator>>(QDataStream &stream, SheetOptions &options)
{
    qint32 columns = 0;
    stream >> options.title >> columns;
    refuseUnless(stream, columns >= columnsForOnePage && columns <= maximalSheetColumns);
    options.columns = columns;
    readEnum(stream, options.paper, everyPaper.back());
    return stream >> options.language;
}

void readTexts(QDataStream &stream, QStringList &texts)
{
    QList<QString> read;
    readList(stream, read, maximalPictures);
    texts = read;
}

QDataStream &operator<<(QDataStream &stream, const SheetRequest &request)
{
    stream << request.options << quint8(request.format) << request.previewBox << qint32(request.previewPage);
    writeList(stream, request.codes);
    writeList(stream, request.names);
    return stream << request.credits;
}

QDataStream &operator>>(QDataStream &stream, SheetRequest &request)
{
    stream >> request.options;
    readEnum(stream, request.format, SheetFormat::Png);
    readBox(stream, request.previewBox);
    readNumber(stream, request.previewPage, 0, maximalPictures);
    readTexts(stream, request.codes);
    readTexts(stream, request.names);
    refuseUnless(stream, request.codes.size() == request.names.size());
    return stream >> request.credits;
}

QDataStream &operator<<(QDataStream &stream, const SpriteRequest &request)
{
    return stream << request.cell << qint32(request.columns) << qint32(request.pictures)
                  << request.previewBox;
}

QDataStream &operator>>(QDataStream &stream, SpriteRequest &request)
{
    stream >> request.cell;
    refuseUnless(stream, isDrawable(request.cell));
    readNumber(stream, request.columns, 1, maximalPictures);
    readNumber(stream, request.pictures, 0, maximalPictures);
    readBox(stream, request.previewBox);
    return stream;
}

QDataStream &operator<<(QDataStream &stream, const AddRequest &request)
{
    return stream << qint32(request.number) << request.bytes;
}

QDataStream &operator>>(QDataStream &stream, AddRequest &request)
{
    readNumber(stream, request.number, 0, maximalPictures);
    return stream >> request.bytes;
}

QDataStream &operator<<(QDataStream &stream, const FinishRequest &request)
{
    return stream << qint32(request.pictures);
}

QDataStream &operator>>(QDataStream &stream, FinishRequest &request)
{
    readNumber(stream, request.pictures, 0, maximalPictures);
    return stream;
}

QDataStream &operator<<(QDataStream &stream, const StartedAnswer &answer)
{
    return stream << qint32(answer.first) << qint32(answer.pictures) << qint32(answer.page)
                  << qint32(answer.pages) << qint32(answer.columns);
}

QDataStream &operator>>(QDataStream &stream, StartedAnswer &answer)
{
    for (int *number : {&answer.first, &answer.pictures, &answer.page, &answer.pages, &answer.columns})
        readNumber(stream, *number, 0, maximalPictures);
    return stream;
}

QDataStream &operator<<(QDataStream &stream, const FinishedAnswer &answer)
{
    stream << answer.file;
    writeImage(stream, answer.preview);
    return stream;
}

QDataStream &operator>>(QDataStream &stream, FinishedAnswer &answer)
{
    stream >> answer.file;
    readImage(stream, answer.preview);
    return stream;
}

QDataStream &operator<<(QDataStream &stream, const Failure &failure)
{
    return stream << quint8(failure.kind) << failure.detail;
}

QDataStream &operator>>(QDataStream &stream, Failure &failure)
{
    constexpr qsizetype longestDetail = 500;
    readEnum(stream, failure.kind, FailureKind::Internal);
    stream >> failure.detail;
    failure.detail.truncate(longestDetail);
    return stream;
}

template <typename Message>
QByteArray written(const Message &message)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << quint8(message.index());
    std::visit([&stream](const auto &content) { stream << content; }, message);
    return bytes;
}

template <typename Message, std::size_t index = 0>
std::optional<Message> readAlternative(QDataStream &stream, std::size_t wanted)
{
    if constexpr (index == std::variant_size_v<Message>) {
        return std::nullopt;
    } else {
        if (index != wanted)
            return readAlternative<Message, index + 1>(stream, wanted);
        std::variant_alternative_t<index, Message> content;
        stream >> content;
        return Message(std::move(content));
    }
}

template <typename Message>
std::optional<Message> read(const QByteArray &bytes)
{
    QDataStream stream(bytes);
    stream.setVersion(QDataStream::Qt_6_4);
    quint8 index = 0;
    stream >> index;
    auto message = readAlternative<Message>(stream, index);
    if (stream.status() != QDataStream::Ok || !stream.atEnd())
        return std::nullopt;
    return message;
}

} // namespace

QByteArray messageOf(const RenderRequest &request)
{
    return written(request);
}

QByteArray messageOf(const RenderAnswer &answer)
{
    return written(answer);
}

std::optional<RenderRequest> requestIn(const QByteArray &message)
{
    return read<RenderRequest>(message);
}

std::optional<RenderAnswer> answerIn(const QByteArray &message)
{
    return read<RenderAnswer>(message);
}
