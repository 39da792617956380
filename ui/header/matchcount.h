#pragma once

#include <QLabel>
#include <QStringList>

class FlagFilter;
class FlagModel;
class QLineEdit;

/// The number of countries that match a search, at the end of the search field: "12 of 250". Its tooltip and
/// the accessible description of the field say it in a sentence. Hidden without a search. Takes at most half
/// of the field and leaves the regions out if there is no space for them.
class MatchCount final : public QLabel
{
    Q_OBJECT

public:
    /// `field` becomes the parent. `filter` shows `model`; both must outlive the label.
    MatchCount(QLineEdit &field, const FlagFilter &filter, const FlagModel &model);
    Q_DISABLE_COPY_MOVE(MatchCount)

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void updateText();
    /// `texts` are the parts of the text, the most important first.
    void showText(const QStringList &texts, const QString &sentence);
    void fitText();
    void place();

    QLineEdit &m_field;
    const FlagFilter &m_filter;
    const FlagModel &m_model;
    QStringList m_texts;
};
