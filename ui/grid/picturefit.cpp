#include "ui/grid/picturefit.h"

bool PictureFit::setBox(const QSize &box, qreal pixelRatio)
{
    if (box == m_box && qFuzzyCompare(pixelRatio, m_pixelRatio))
        return false;
    m_box = box;
    m_pixelRatio = pixelRatio;
    return true;
}

QPixmap PictureFit::fitted(QPixmap picture) const
{
    const bool isTooLarge = picture.width() > m_box.width() || picture.height() > m_box.height();
    if (isTooLarge && !m_box.isEmpty())
        picture = picture.scaled(m_box, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    picture.setDevicePixelRatio(m_pixelRatio);
    return picture;
}

QPixmap PictureFit::roughlyFitted(const QPixmap &picture) const
{
    return fitted(picture.scaled(m_box, Qt::KeepAspectRatio, Qt::FastTransformation));
}
