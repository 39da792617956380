#include "app/downloads/downloadrequest.h"

#include "app/downloads/conversionjson.h"

SetOrder DownloadRequest::order() const
{
    SetOrder order{.purpose = purpose, .conflict = save.conflict, .codes = {}, .aim = {}};
    for (const Country &country : countries)
        order.codes.append(country.code);
    order.codes.sort();
    order.aim.nameTemplate = save.nameTemplate.text();
    order.aim.pictures = conversionToJson(conversion);
    for (const Source &source : sources)
        order.aim.put(source);
    for (const SetFlag &flag : known)
        order.aim.put(flag);
    order.following = following;
    order.setAside = setAside;
    return order;
}
