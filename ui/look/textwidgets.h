#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;

/// A path on one line, which is elided if it does not fit. It is written from left to right in every layout.
/// The whole text is the accessible name.
class ElidedLabel final : public QWidget
{
    Q_OBJECT

public:
    explicit ElidedLabel(Qt::TextElideMode mode, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(ElidedLabel)

    void setText(const QString &text);
    [[nodiscard]] QString text() const { return m_text; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Qt::TextElideMode m_mode;
    QString m_text;
};

/// A text that is never elided. It wraps into the number of lines that the label reserves. The text is also
/// the tooltip, and the accessible name (see registerAccessibleClasses()). A change is not announced by
/// screen readers, so that it can happen many times a second.
class CountsLabel final : public QWidget
{
    Q_OBJECT

public:
    explicit CountsLabel(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(CountsLabel)

    void setText(const QString &text);
    [[nodiscard]] QString text() const { return m_text; }
    /// Reserves the height of this many lines.
    void setLines(int lines);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
    int m_lines = 1;
};

/// Shows a problem next to the icon of failures, or a notice without it. Screen readers announce a new
/// problem. The height of the usual text is reserved, so the layout does not move when a problem appears.
class ProblemText final : public QWidget
{
    Q_OBJECT

public:
    /// Reserves the height of `lines` lines.
    explicit ProblemText(int lines, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(ProblemText)

    /// Shows a problem; an empty text removes what is shown.
    void setText(const QString &text);
    /// Shows a text without the icon, in place of a problem too.
    void setNotice(const QString &text);
    [[nodiscard]] QString text() const;
    [[nodiscard]] bool isProblem() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void updateIcon();

    QLabel *m_icon;
    QLabel *m_text;
};

/// A label for plain text that wraps.
[[nodiscard]] QLabel *wrappingLabel(const QString &text = {});

/// Draws the placeholder of the field in mutedText(), now and after each change of its palette. The
/// placeholder colour of some platforms has too little contrast, on light or on dark backgrounds.
void keepPlaceholderReadable(QLineEdit *field);

/// Sets what screen readers get. Unlike the functions of QWidget, it reports nothing if nothing changes.
void describe(QWidget &widget, const QString &name, const QString &description = {});
