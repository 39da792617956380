#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;

/// One line of text that is shortened where the room does not suffice.
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

/// Counts in words, never shortened: a text that is too long for one line takes the lines that are kept for
/// it. The whole is its tooltip, too.
class CountsLabel final : public QWidget
{
    Q_OBJECT

public:
    explicit CountsLabel(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(CountsLabel)

    void setText(const QString &text);
    [[nodiscard]] QString text() const { return m_text; }
    /// As many as the text may take.
    void setLines(int lines);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
    int m_lines = 1;
};

/// Says what is wrong with what a person is typing, beside the icon of failures. Keeps its room while there
/// is nothing to say, so that nothing moves when there is.
class ProblemText final : public QWidget
{
    Q_OBJECT

public:
    /// With room for so many lines.
    explicit ProblemText(int lines, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(ProblemText)

    /// Empty: there is none.
    void setText(const QString &text);
    [[nodiscard]] QString text() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void updateIcon();

    QLabel *m_icon;
    QLabel *m_text;
};

/// Some platforms make the hints in empty fields paler than can be read, on a light ground or on a dark one.
/// The field's hint has the colour of what is read second from here on, whatever becomes of the palette.
void keepPlaceholderReadable(QLineEdit *field);
