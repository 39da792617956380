#pragma once

#include <QWidget>

class QSlider;

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
