#pragma once

#include "ui/timeline/figures.h"

#include <QWidget>

#include <optional>

class QLabel;

/// A number that can change many times a second: its size does not follow the text, so the layout does
/// not change, and screen readers do not announce the new number.
class FigureValue final : public QWidget
{
    Q_OBJECT

public:
    explicit FigureValue(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(FigureValue)

    void setText(const QString &text);
    [[nodiscard]] QString text() const { return m_text; }

    /// The width of the longest usual text, or of a longer one that was shown.
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void reserveWidth();

    QString m_text;
    int m_width = 0;
    qsizetype m_usualLength = 0; // in characters; shorter texts need not be measured
};

/// The figures of a run, and beside them those of another one. Each has a tooltip of one sentence. Owned by
/// TimelinePage.
class FiguresPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit FiguresPanel(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(FiguresPanel)

    void setFigures(const std::optional<RunFigures> &shown, const std::optional<RunFigures> &compared);

    /// The value as it is shown; the second column if `isCompared`.
    [[nodiscard]] QString text(Figure figure, bool isCompared = false) const;

private:
    struct Row
    {
        QLabel *name;
        FigureValue *shown;
        FigureValue *compared;
    };

    [[nodiscard]] const Row &rowOf(Figure figure) const { return m_rows[std::size_t(figure)]; }

    QLabel *m_shownTitle;
    QLabel *m_comparedTitle;
    std::array<Row, allFigures.size()> m_rows{};
};
