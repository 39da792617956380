#include "app/sources/sourcelist.h"
#include "app/sources/sourcetexts.h"
#include "tests/support/testprogram.h"

#include <QTest>
#include <QTranslator>

using namespace Qt::StringLiterals;

/// Translates the texts of the shipped sources only, so that they can be recognised.
class MarkingTranslator final : public QTranslator
{
public:
    [[nodiscard]] QString translate(const char *context, const char *text, const char *, int) const override
    {
        return QLatin1StringView(context) == "ShippedSources"_L1 ? u'<' + QString::fromUtf8(text) + u'>'
                                                                 : QString();
    }
    [[nodiscard]] bool isEmpty() const override { return false; }
};

/// What people read about a source, in their language.
class tst_SourceTexts final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void shippedTitlesAreTranslated();
    void shippedSourcesHaveDescriptions();
    void ownTextsAreNotTranslated();
    void hostsAreNamed_data();
    void hostsAreNamed();

private:
    MarkingTranslator m_translator;
    const SourceList m_shipped = SourceList::shipped();
};

void tst_SourceTexts::initTestCase()
{
    QVERIFY(QCoreApplication::installTranslator(&m_translator));
}

void tst_SourceTexts::shippedTitlesAreTranslated()
{
    for (const Source &source : m_shipped.sources()) {
        // Names of projects are the same in every language.
        const bool hasWords = source.id.startsWith("builtin"_L1) || source.title.contains(u',');
        const QString title = hasWords ? u'<' + source.title + u'>' : source.title;
        QVERIFY2(displayTitle(source) == title,
            qPrintable(source.id + u": its title is not that of app/sources/sourcetexts.cpp"_s));
    }
    const Source builtin = m_shipped.sources().first();
    QCOMPARE(builtin.title, u"Built-in"_s); // for files
    QCOMPARE(displayLicence(m_shipped.resolve(u"flagcdn"_s).value()), u"<Free of charge>"_s);
    QCOMPARE(displayLicence(builtin), builtin.licence);
    QCOMPARE(displayLicence(u"ODbL (the data)"_s), u"<ODbL (the data)>"_s);
    QCOMPARE(displayLicence(u"MIT"_s), u"MIT"_s);
}

void tst_SourceTexts::shippedSourcesHaveDescriptions()
{
    for (const Source &source : m_shipped.sources())
        QVERIFY2(sourceDescription(source).endsWith(".>"_L1),
            qPrintable(source.id
                + u": app/sources/sourcetexts.cpp has no description, or one without a full stop"_s));
}

void tst_SourceTexts::ownTextsAreNotTranslated()
{
    Source own = m_shipped.sources().first();
    own.licence = u"Public domain"_s;
    own = m_shipped.joinedWith({own}).sources().first();
    QCOMPARE(displayTitle(own), u"Built-in"_s);
    QCOMPARE(displayLicence(own), u"Public domain"_s);
    QCOMPARE(sourceDescription(own), QString());
    Source renamed = m_shipped.sources().first();
    renamed.title = u"Debian, older"_s; // the title of another shipped source
    QCOMPARE(displayTitle(renamed), u"Debian, older"_s);
}

void tst_SourceTexts::hostsAreNamed_data()
{
    QTest::addColumn<QString>("server");
    QTest::addColumn<QStringList>("hosts");
    QTest::newRow("embedded") << u"builtin-slow"_s << QStringList();
    QTest::newRow("one for both") << u"flagcdn"_s << QStringList{u"flagcdn.com"_s};
    QTest::newRow("port") << u"http://127.0.0.1:8080/flags"_s << QStringList{u"127.0.0.1:8080"_s};
    QTest::newRow("password") << u"https://me:secret@flags.example/{cc}.png"_s
                              << QStringList{u"flags.example"_s};
    QTest::newRow("placeholder") << u"https://{cc}.flags.example?x={cc}"_s
                                 << QStringList{u"{cc}.flags.example"_s};
}

void tst_SourceTexts::hostsAreNamed()
{
    QFETCH(QString, server);
    QFETCH(QStringList, hosts);
    const Source source = m_shipped.resolve(server).value();
    QCOMPARE(hostsOf(source), hosts);
    const QString text
        = hosts.isEmpty() ? u"<No network needed>"_s : QString(u"<Network: %1>"_s).arg(hosts.first());
    QCOMPARE(networkText(source), text);
}

FLAGFETCH_TEST(tst_SourceTexts, Core)
#include "tst_sourcetexts.moc"
