#include "app/images/rendermessage.h"
#include "app/images/renderrequest.h"
#include "app/storage/posixfile.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cstring>

using namespace Qt::StringLiterals;

/// Tests the messages between the program and flagfetch-render, and the rejection of malformed messages.
class tst_RenderMessage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void messageArrives_data();
    void messageArrives();
    void invalidPacketIsRejected_data();
    void invalidPacketIsRejected();
    void descriptorOfAnotherKindIsRejected();
    void truncatedMemoryIsRejected();
    void closedPeerIsDetected();
    void requestsSurviveRoundTrip();
    void answersSurviveRoundTrip();
    void truncatedMessagesAreRejected();
    void valuesOutOfRangeAreRejected();
};

namespace {

struct SocketPair
{
    SocketPair()
    {
        std::array<int, 2> ends{-1, -1};
        [[maybe_unused]] const int result
            = ::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends.data());
        one = UniqueFd(ends[0]);
        other = UniqueFd(ends[1]);
    }

    UniqueFd one{-1};
    UniqueFd other{-1};
};

/// Sends the bytes in a packet, with a descriptor.
void sendRaw(int socket, QByteArray bytes, int file)
{
    iovec part = {bytes.data(), std::size_t(bytes.size())};
    msghdr header = {};
    header.msg_iov = &part;
    header.msg_iovlen = 1;
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> control = {};
    if (file >= 0) {
        header.msg_control = control.data();
        header.msg_controllen = control.size();
        cmsghdr *entry = CMSG_FIRSTHDR(&header);
        entry->cmsg_level = SOL_SOCKET;
        entry->cmsg_type = SCM_RIGHTS;
        entry->cmsg_len = CMSG_LEN(sizeof(int));
        std::memcpy(CMSG_DATA(entry), &file, sizeof file);
    }
    QCOMPARE(::sendmsg(socket, &header, 0), bytes.size());
}

PictureRequest somePicture()
{
    return {.bytes = "picture",
        .box = {160, 120},
        .renditions = {{RenditionFormat::Png, 320}, {RenditionFormat::WebP, 64}},
        .crop = Crop::Circle};
}

PictureAnswer someAnswer()
{
    QImage image(5, 3, QImage::Format_ARGB32_Premultiplied);
    image.fill(QColor(10, 20, 30, 40));
    return {.naturalSize = {640.5, 480},
        .fitted = image,
        .renditions = {{{RenditionFormat::WebP, 64}, {64, 48}, "file"}}};
}

} // namespace

void tst_RenderMessage::messageArrives_data()
{
    QTest::addColumn<qsizetype>("size");
    for (const int size : {0, 1, (64 << 10) - 1, 64 << 10, (64 << 10) + 1, 20 << 20})
        QTest::addRow("%d bytes", size) << qsizetype(size);
}

void tst_RenderMessage::messageArrives()
{
    QFETCH(const qsizetype, size);
    const SocketPair sockets;
    QByteArray message(size, 'x');
    if (size > 0)
        message.back() = 'y';
    QVERIFY(sendMessage(sockets.one.number(), message));
    QCOMPARE(receiveMessage(sockets.other.number()), message);
}

void tst_RenderMessage::invalidPacketIsRejected_data()
{
    QTest::addColumn<QByteArray>("packet");
    QTest::newRow("unknown kind") << QByteArray("Xcontent");
    QTest::newRow("memory without a file") << QByteArray("M");
    QTest::newRow("longer than allowed") << QByteArray(100'000, 'P');
}

void tst_RenderMessage::invalidPacketIsRejected()
{
    QFETCH(const QByteArray, packet);
    const SocketPair sockets;
    sendRaw(sockets.one.number(), packet, -1);
    QVERIFY(!receiveMessage(sockets.other.number()));
}

void tst_RenderMessage::descriptorOfAnotherKindIsRejected()
{
    for (const char *path : {"/dev/zero", "/dev/null", "/usr"}) {
        const SocketPair sockets;
        const UniqueFd file(::open(path, O_RDONLY | O_CLOEXEC));
        sendRaw(sockets.one.number(), "M", file.number());
        QVERIFY(!receiveMessage(sockets.other.number()));
    }
}

void tst_RenderMessage::truncatedMemoryIsRejected()
{
    const SocketPair sockets;
    const UniqueFd file(::memfd_create("test", MFD_CLOEXEC));
    QCOMPARE(::ftruncate(file.number(), off_t(1) << 40), 0); // a terabyte of nothing
    sendRaw(sockets.one.number(), "M", file.number());
    QVERIFY(!receiveMessage(sockets.other.number()));
}

void tst_RenderMessage::closedPeerIsDetected()
{
    SocketPair sockets;
    sockets.other = UniqueFd(-1);
    QVERIFY(!receiveMessage(sockets.one.number()));
    QVERIFY(!sendMessage(sockets.one.number(), "message"));
}

void tst_RenderMessage::requestsSurviveRoundTrip()
{
    const auto read = requestIn(messageOf(somePicture()));
    QVERIFY(read);
    const auto &picture = std::get<PictureRequest>(*read);
    QCOMPARE(picture.bytes, somePicture().bytes);
    QCOMPARE(picture.box, somePicture().box);
    QCOMPARE(picture.renditions, somePicture().renditions);
    QCOMPARE(picture.crop, somePicture().crop);

    const SheetRequest sheet{.options = {u"Title"_s, 7, Paper::LetterLandscape, u"ar"_s},
        .format = SheetFormat::Png,
        .previewBox = {200, 300},
        .previewPage = 3,
        .codes = {u"DE"_s},
        .names = {u"Germany"_s},
        .credits = u"CC0"_s};
    const auto readSheet = requestIn(messageOf(sheet));
    QVERIFY(readSheet);
    const auto &again = std::get<SheetRequest>(*readSheet);
    QCOMPARE(again.options.title, sheet.options.title);
    QCOMPARE(again.options.paper, sheet.options.paper);
    QCOMPARE(again.names, sheet.names);
    QCOMPARE(again.previewBox, sheet.previewBox);
    QCOMPARE(again.previewPage, sheet.previewPage);
}

void tst_RenderMessage::answersSurviveRoundTrip()
{
    const auto read = answerIn(messageOf(someAnswer()));
    QVERIFY(read);
    const auto &answer = std::get<PictureAnswer>(*read);
    QCOMPARE(answer.naturalSize, someAnswer().naturalSize);
    QCOMPARE(answer.fitted, someAnswer().fitted);
    QCOMPARE(answer.renditions.size(), 1);
    QCOMPARE(answer.renditions.first().bytes, QByteArray("file"));

    const auto readStart = answerIn(messageOf(StartedAnswer{30, 20, 1, 2, 5}));
    QVERIFY(readStart);
    const auto &started = std::get<StartedAnswer>(*readStart);
    QCOMPARE(started.first, 30);
    QCOMPARE(started.pictures, 20);
    QCOMPARE(started.page, 1);
    QCOMPARE(started.pages, 2);
    QCOMPARE(started.columns, 5);

    const Failure failure{FailureKind::DrawingFailed, 0, u"why"_s};
    const auto readFailure = answerIn(messageOf(failure));
    QVERIFY(readFailure);
    QCOMPARE(std::get<Failure>(*readFailure), failure);
}

void tst_RenderMessage::truncatedMessagesAreRejected()
{
    const QByteArray request = messageOf(somePicture());
    for (qsizetype size = 0; size < request.size(); ++size)
        QVERIFY(!requestIn(request.first(size)));
    QVERIFY(!requestIn(request + 'x'));
    const QByteArray answer = messageOf(someAnswer());
    for (qsizetype size = 0; size < answer.size(); ++size)
        QVERIFY(!answerIn(answer.first(size)));
    QVERIFY(!answerIn(answer + 'x'));
}

void tst_RenderMessage::valuesOutOfRangeAreRejected()
{
    PictureRequest request = somePicture();
    request.renditions = {{RenditionFormat::Png, 0}};
    QVERIFY(!requestIn(messageOf(request)));
    request.renditions = {{RenditionFormat::Png, maximalRenditionWidth + 1}};
    QVERIFY(!requestIn(messageOf(request)));
    request.renditions = {};
    request.box = {1 << 20, 1 << 20};
    QVERIFY(!requestIn(messageOf(request)));
    request.box = {};
    request.crop = Crop(17);
    QVERIFY(!requestIn(messageOf(request)));

    PictureAnswer answer = someAnswer();
    answer.naturalSize = {std::numeric_limits<qreal>::infinity(), 1};
    QVERIFY(!answerIn(messageOf(answer)));
    answer = someAnswer();
    answer.renditions.first().size = {-1, 5};
    QVERIFY(!answerIn(messageOf(answer)));
    QVERIFY(!answerIn(messageOf(Failure{FailureKind(200), 0, {}})));
}

FLAGFETCH_TEST(tst_RenderMessage, None)
#include "tst_rendermessage.moc"
