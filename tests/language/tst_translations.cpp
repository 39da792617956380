// Every language except English, whose file has plurals only.
#include "tests/support/testprogram.h"

#include <QDir>
#include <QFile>
#include <QLibraryInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace {

struct Message
{
    QString context;
    QString source;
    QStringList forms; ///< several for the plurals of some languages
    bool isFinished = true;
};

Message readMessage(QXmlStreamReader &xml, const QString &context)
{
    Message message{.context = context, .source = {}, .forms = {}};
    const bool isPlural = xml.attributes().value("numerus"_L1) == "yes"_L1;
    while (xml.readNextStartElement()) {
        if (xml.name() == "source"_L1) {
            message.source = xml.readElementText();
        } else if (xml.name() == "translation"_L1) {
            message.isFinished = xml.attributes().value("type"_L1).isEmpty();
            if (!isPlural)
                message.forms.append(xml.readElementText());
            while (isPlural && xml.readNextStartElement())
                message.forms.append(xml.readElementText());
        } else {
            xml.skipCurrentElement();
        }
    }
    return message;
}

QList<Message> messagesIn(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader xml(&file);
    QList<Message> messages;
    QString context;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement() && xml.name() == "name"_L1)
            context = xml.readElementText();
        else if (xml.isStartElement() && xml.name() == "message"_L1)
            messages.append(readMessage(xml, context));
    }
    return xml.hasError() ? QList<Message>() : messages;
}

/// What matches, sorted, so that a translation may change the order.
QStringList matchesIn(const QString &text, const QRegularExpression &expression)
{
    QStringList found;
    for (const QRegularExpressionMatch &match : expression.globalMatch(text))
        found.append(match.captured());
    found.sort();
    return found;
}

QStringList placeholdersIn(const QString &text)
{
    static const QRegularExpression placeholder(u"%(L?[0-9]+|n)|\\{[A-Za-z0-9:]+\\}"_s);
    return matchesIn(text, placeholder);
}

QStringList tagsIn(const QString &text)
{
    static const QRegularExpression tag(u"</?[a-z]+[^>]*>"_s);
    return matchesIn(text, tag);
}

qsizetype mnemonicsIn(const QString &text)
{
    static const QRegularExpression mnemonic(u"&[^&\\s]"_s);
    return matchesIn(QString(text).remove("&&"_L1), mnemonic).size();
}

enum class Ending {
    Other,
    FullStop,
    Colon,
    Ellipsis,
};

/// The last character. A mnemonic may follow, as in "重命名(&R)…".
Ending endingOf(const QString &text)
{
    static const QRegularExpression mnemonic(u"\\(&.\\)"_s);
    const QString end = QString(text).remove(mnemonic).trimmed();
    if (end.endsWith("..."_L1) || end.endsWith(u'…'))
        return Ending::Ellipsis;
    if (end.endsWith(u'.') || end.endsWith(u'。'))
        return Ending::FullStop;
    if (end.endsWith(u':') || end.endsWith(u'：'))
        return Ending::Colon;
    return Ending::Other;
}

bool hasNarrowPunctuation(const QString &text)
{
    static const QRegularExpression narrow(u"\\p{Han}(\\.\\.\\.|[,;:!?.])"_s);
    return narrow.match(text).hasMatch();
}

QStringList shippedLanguages()
{
    const QDir folder(QStringLiteral(FLAGFETCH_SOURCE_DIR "/resources/translations"));
    QStringList paths;
    for (const QString &name : folder.entryList({u"flagfetch_*.ts"_s})) {
        if (name != "flagfetch_en.ts"_L1)
            paths.append(folder.filePath(name));
    }
    return paths;
}

/// The messages of all languages for which `isWrong` is true, for the message of a test.
template <typename Predicate>
QByteArray wrongMessages(Predicate isWrong)
{
    QStringList wrong;
    for (const QString &path : shippedLanguages()) {
        for (const Message &message : messagesIn(path)) {
            for (const QString &form : message.forms) {
                if (isWrong(message.source, form))
                    wrong.append(QFileInfo(path).fileName() + u", "_s + message.context + u": "_s
                        + message.source + u" -> "_s + form);
            }
        }
    }
    return wrong.join(u'\n').toUtf8();
}

QString lupdateProgram()
{
    return QStandardPaths::findExecutable(u"lupdate"_s, {QLibraryInfo::path(QLibraryInfo::BinariesPath)});
}

} // namespace

class TestTranslations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyMessageIsFinished();
    void placeholdersAreKept();
    void tagsAreKept();
    void mnemonicsAreKept();
    void endingsAreKept();
    void punctuationIsWide();
    void noTextOfTheProgramIsMissing();
};

void TestTranslations::everyMessageIsFinished()
{
    QVERIFY(!shippedLanguages().isEmpty());
    for (const QString &path : shippedLanguages()) {
        const QList<Message> messages = messagesIn(path);
        QVERIFY2(messages.size() > 500, qPrintable(path));
        for (const Message &message : messages) {
            const QString untranslated
                = QFileInfo(path).fileName() + u" lacks a translation of: "_s + message.source;
            QVERIFY2(message.isFinished && !message.forms.isEmpty(), qPrintable(untranslated));
            for (const QString &form : message.forms)
                QVERIFY2(!form.trimmed().isEmpty(), qPrintable(untranslated));
        }
    }
}

void TestTranslations::placeholdersAreKept()
{
    const QByteArray wrong = wrongMessages([](const QString &source, const QString &form) {
        return placeholdersIn(source) != placeholdersIn(form);
    });
    QVERIFY2(wrong.isEmpty(), wrong.constData());
}

void TestTranslations::tagsAreKept()
{
    const QByteArray wrong = wrongMessages(
        [](const QString &source, const QString &form) { return tagsIn(source) != tagsIn(form); });
    QVERIFY2(wrong.isEmpty(), wrong.constData());
}

void TestTranslations::mnemonicsAreKept()
{
    const QByteArray wrong = wrongMessages(
        [](const QString &source, const QString &form) { return mnemonicsIn(source) != mnemonicsIn(form); });
    QVERIFY2(wrong.isEmpty(), wrong.constData());
}

void TestTranslations::endingsAreKept()
{
    const QByteArray wrong = wrongMessages(
        [](const QString &source, const QString &form) { return endingOf(source) != endingOf(form); });
    QVERIFY2(wrong.isEmpty(), wrong.constData());
}

void TestTranslations::punctuationIsWide()
{
    const QByteArray wrong
        = wrongMessages([](const QString &, const QString &form) { return hasNarrowPunctuation(form); });
    QVERIFY2(wrong.isEmpty(), wrong.constData());
}

void TestTranslations::noTextOfTheProgramIsMissing()
{
    const QString lupdate = lupdateProgram();
    if (lupdate.isEmpty())
        QSKIP("lupdate is not installed");
    const QString project = QStringLiteral(FLAGFETCH_SOURCE_DIR);
    const QTemporaryDir folder;
    for (const QString &path : shippedLanguages()) {
        const QString copy = folder.filePath(QFileInfo(path).fileName());
        QVERIFY(QFile::copy(path, copy));
        QProcess process;
        process.start(lupdate,
            {u"-silent"_s, u"-no-obsolete"_s, u"-locations"_s, u"none"_s, u"-I"_s, project,
                project + u"/app"_s, project + u"/ui"_s, u"-ts"_s, copy});
        QVERIFY(process.waitForFinished(120'000));
        QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
        const QList<Message> messages = messagesIn(copy);
        for (const Message &message : messages)
            QVERIFY2(message.isFinished,
                qPrintable(u"build the target update_translations and translate: "_s + message.source));
        QVERIFY2(messages.size() == messagesIn(path).size(), "the file has texts that the program lacks");
    }
}

FLAGFETCH_TEST(TestTranslations, Core)
#include "tst_translations.moc"
