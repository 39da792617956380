#pragma once

#include <QCoreApplication>
#include <QRegularExpression>
#include <QString>
#include <QTranslator>

#include <algorithm>

/// A language of brackets: each text is 40 % longer, as a translation may be, and shows that it comes from
/// the translations. Installed as long as it exists.
class PseudoLanguage final : public QTranslator
{
public:
    PseudoLanguage() { QCoreApplication::installTranslator(this); }
    Q_DISABLE_COPY_MOVE(PseudoLanguage)
    ~PseudoLanguage() override { QCoreApplication::removeTranslator(this); }

    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char *, const char *source, const char *, int) const override
    {
        const QString text = QString::fromUtf8(source);
        static const QRegularExpression unseen(QStringLiteral("&(?=[^&\\s])|<[^>]*>|%L?[0-9n]"));
        const qsizetype visible = QString(text).remove(unseen).size();
        return u'[' + text + QString(std::max<qsizetype>(1, visible * 2 / 5), u'~') + u']';
    }

    /// What remains of a text without its translated parts.
    [[nodiscard]] static QString untranslated(QString text)
    {
        static const QRegularExpression innermost(QStringLiteral("\\[[^\\[\\]]*\\]"));
        while (text.contains(innermost))
            text.remove(innermost);
        return text;
    }
};
