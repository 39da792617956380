#include "app/exports/sprite.h"
#include "tests/exports/exportflags.h"
#include "tests/support/testprogram.h"

#include <QImage>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class tst_Sprite final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void positionsMatchThePicture();
    void styleHasAClassForEachFlag();
    void pageShowsNamesAsText();
    void missingPictureHasNoCell();
    void crashingPictureHasNoCell();
    void tooLargeSpriteIsRejected();
    void canBeCancelled();

private:
    [[nodiscard]] Sprite spriteOf(const QList<ExportFlag> &flags, const SpriteOptions &options = {}) const;
    [[nodiscard]] static QByteArray file(const Sprite &sprite, const QString &name);

    QTemporaryDir m_folder;
};

Sprite tst_Sprite::spriteOf(const QList<ExportFlag> &flags, const SpriteOptions &options) const
{
    return makeSprite(flags, options, {goOn}).value_or(Sprite());
}

QByteArray tst_Sprite::file(const Sprite &sprite, const QString &name)
{
    for (const ExportFile &file : sprite.files) {
        if (file.name == name)
            return file.bytes;
    }
    return {};
}

void tst_Sprite::positionsMatchThePicture()
{
    QList<ExportFlag> flags = someFlags(QDir(m_folder.path()), 7);
    QImage red(40, 30, QImage::Format_RGB32);
    red.fill(Qt::red);
    flags[5].path = m_folder.filePath(u"red.png"_s);
    QVERIFY(red.save(flags[5].path));
    const Sprite sprite = spriteOf(flags, {.title = {}, .width = 16, .columns = 0, .language = u"en"_s});
    QCOMPARE(sprite.files.size(), spriteFileNames().size());

    const QImage picture = QImage::fromData(file(sprite, u"flags.png"_s), "PNG");
    QCOMPARE(picture.size(), QSize(3 * 32, 3 * 24));
    const QJsonObject json = QJsonDocument::fromJson(file(sprite, u"flags.json"_s)).object();
    const QJsonObject cell = json[u"flags"_s].toObject()[flags.at(5).code].toObject();
    const QRect place(
        cell[u"x"_s].toInt(), cell[u"y"_s].toInt(), cell[u"width"_s].toInt(), cell[u"height"_s].toInt());
    QCOMPARE(place, QRect(64, 24, 32, 24));
    QCOMPARE(picture.pixelColor(place.center()), QColor(Qt::red));
    QCOMPARE(picture.pixelColor(place.topLeft() - QPoint(20, 0)) == QColor(Qt::red), false);
}

void tst_Sprite::styleHasAClassForEachFlag()
{
    QList<ExportFlag> flags = someFlags(QDir(m_folder.path()), 4);
    flags[3].code = u"D}E"_s;
    const QString style = QString::fromUtf8(file(spriteOf(flags, {{}, 16, 2, u"en"_s}), u"flags.css"_s));
    QVERIFY(style.contains(u".flag-aa { background-position: 0px 0px; }"_s));
    QVERIFY(style.contains(u".flag-ac { background-position: 0px -12px; }"_s));
    QVERIFY(style.contains(u".flag-de { background-position: -16px -12px; }"_s));
    QVERIFY(style.contains(u"url(flags.png) no-repeat 0 0 / 32px 24px"_s));
}

void tst_Sprite::pageShowsNamesAsText()
{
    QList<ExportFlag> flags = someFlags(QDir(m_folder.path()), 2);
    flags[0].name = u"<script>{{TITLE}}&"_s;
    flags[0].credit = u"\"A\" <b>"_s;
    const QString page
        = QString::fromUtf8(file(spriteOf(flags, {u"T & \"x\""_s, 16, 0, u"ar"_s}), u"index.html"_s));
    QVERIFY(page.contains(u"&lt;script&gt;{{TITLE}}&amp;"_s));
    QVERIFY(!page.contains(u"<script>"_s));
    QVERIFY(page.contains(u"<title>T &amp; &quot;x&quot;</title>"_s));
    QVERIFY(page.contains(u"<html lang=\"ar\" dir=\"rtl\">"_s));
    QVERIFY(page.contains(u"class=\"flag flag-ab\""_s));
    QCOMPARE(page.count(u"{{"_s), 1); // that of the name
}

void tst_Sprite::missingPictureHasNoCell()
{
    QList<ExportFlag> flags = someFlags(QDir(m_folder.path()), 5);
    QVERIFY(QFile::remove(flags.at(1).path));
    const Sprite sprite = spriteOf(flags, {{}, 16, 2, u"en"_s});
    QCOMPARE(sprite.leftOut.size(), 1);
    QVERIFY(!file(sprite, u"flags.css"_s).contains("flag-ab"));
    QCOMPARE(QImage::fromData(file(sprite, u"flags.png"_s)).size(), QSize(64, 48));
}

void tst_Sprite::crashingPictureHasNoCell()
{
    const QList<ExportFlag> flags = someFlags(QDir(m_folder.path()), 5);
    QVERIFY(breakPicture(flags.at(1)));
    const Sprite sprite = spriteOf(flags, {{}, 16, 2, u"en"_s});
    QCOMPARE(sprite.leftOut.size(), 1);
    QCOMPARE(sprite.leftOut.first().code, u"AB"_s);
    QVERIFY(!file(sprite, u"flags.css"_s).contains("flag-ab"));
    QCOMPARE(QImage::fromData(file(sprite, u"flags.png"_s)).size(), QSize(64, 48));
}

void tst_Sprite::tooLargeSpriteIsRejected()
{
    QList<ExportFlag> flags;
    flags.resize(676);
    const auto sprite = makeSprite(flags, {{}, maximalSpriteWidth, 1, u"en"_s}, {goOn});
    QVERIFY(!sprite);
    QCOMPARE(sprite.error().kind, FailureKind::TooLarge);
}

void tst_Sprite::canBeCancelled()
{
    const auto sprite
        = makeSprite(someFlags(QDir(m_folder.path()), 5), {}, {[](int done, int) { return done < 3; }});
    QVERIFY(!sprite);
    QCOMPARE(sprite.error().kind, FailureKind::Cancelled);
}

FLAGFETCH_TEST(tst_Sprite, Core)
#include "tst_sprite.moc"
