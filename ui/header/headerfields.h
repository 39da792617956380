#pragma once

#include "app/sources/source.h"

#include <QHash>
#include <QLineEdit>
#include <QSpinBox>
#include <QString>
#include <QWidget>

#include <optional>

class QSlider;

/// The search field. Ctrl+F focuses it. The window connects textChanged() to the grid.
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

/// The limit of concurrent requests: "30 requests at once", in a narrow window "30 requests", as the option
/// --limit counts them. The tooltip says how many requests a flag takes. Stores a limit per source; the
/// default is Source::limit, which the operator of the source is known to accept.
class LimitBox final : public QSpinBox
{
    Q_OBJECT

public:
    explicit LimitBox(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(LimitBox)

    void setSource(const Source &source);
    /// The usual limit of every source is at most this.
    void setMostAtOnce(const std::optional<int> &most);
    [[nodiscard]] const std::optional<int> &mostAtOnce() const { return m_mostAtOnce; }
    [[nodiscard]] const Source &source() const { return m_source; }

    /// The limits that differ from the usual ones, by the id of the source.
    void setChosen(const QHash<QString, int> &limitOfSource);
    [[nodiscard]] QHash<QString, int> chosen() const { return m_chosen; }

    /// The limit, after taking over text that is still being typed.
    [[nodiscard]] int limit();

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] int usualLimit() const;
    void fitSuffix();
    [[nodiscard]] QString longSuffix() const;
    [[nodiscard]] QString shortSuffix() const;
    /// By how much the box would be wider with another suffix, in device-independent pixels.
    [[nodiscard]] int widerBy(const QString &other) const;
    void storeChoice(int limit);

    Source m_source;
    std::optional<int> m_mostAtOnce;
    QHash<QString, int> m_chosen;
};

/// The slider for the width of the pictures in the grid, in device-independent pixels.
class SizeSlider final : public QWidget
{
    Q_OBJECT

public:
    explicit SizeSlider(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(SizeSlider)

    void setPictureWidth(int width);
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void pictureWidthChanged(int width);

private:
    void step(int direction);

    QSlider *m_slider;
};
