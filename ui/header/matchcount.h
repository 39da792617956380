#pragma once

#include <QLabel>

class FlagFilter;
class FlagModel;
class QLineEdit;

/// The number of countries that match a search, at the end of the search field: "12 of 250". Its tooltip and
/// the accessible description of the field say it in a sentence. Hidden without a search.
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
    void showText(const QString &text, const QString &sentence);
    void place();

    QLineEdit &m_field;
    const FlagFilter &m_filter;
    const FlagModel &m_model;
};
