#pragma once

#include "app/sources/source.h"

#include <QHash>
#include <QLineEdit>
#include <QSpinBox>
#include <QString>
#include <QWidget>

class QSlider;

/// Where a person types a name or a code; Ctrl+F goes there.
class SearchField final : public QLineEdit
{
    Q_OBJECT

public:
    explicit SearchField(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(SearchField)

protected:
    void changeEvent(QEvent *event) override;

private:
    void focusAndSelect();
    void updateColours();

    QAction *m_icon;
};

/// How many requests may be under way at once: "30 at once". Each source has its own number, which begins
/// with what its operator is known to bear.
class LimitBox final : public QSpinBox
{
    Q_OBJECT

public:
    explicit LimitBox(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(LimitBox)

    void setSource(const Source &source);
    [[nodiscard]] const Source &source() const { return m_source; }

    /// What people chose instead of a source's own number, by the id of the source.
    void setChosen(const QHash<QString, int> &limitOfSource);
    [[nodiscard]] QHash<QString, int> chosen() const { return m_chosen; }

    /// With what is being typed taken as finished.
    [[nodiscard]] int limit();

private:
    void storeChoice(int limit);

    Source m_source;
    QHash<QString, int> m_chosen;
};

/// Chooses how wide the pictures in the grid are, in device-independent pixels.
class SizeSlider final : public QWidget
{
    Q_OBJECT

public:
    explicit SizeSlider(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(SizeSlider)

    void setPictureWidth(int width);

Q_SIGNALS:
    void pictureWidthChanged(int width);

private:
    void step(int direction);

    QSlider *m_slider;
};
