#include "app/downloads/downloadrequest.h"

#include "app/downloads/conversionjson.h"
#include "app/sets/flagindex.h"

SetOrder DownloadRequest::order() const
{
    SetOrder order{.purpose = purpose, .conflict = save.conflict, .codes = {}, .aim = {}};
    for (const Country &country : countries)
        order.codes.append(country.code);
    order.codes.sort();
    order.aim.nameTemplate = save.nameTemplate.text();
    order.aim.pictures = conversionToJson(conversion);
    for (const Source &source : sources)
        order.sourceOrder.append(order.aim.put(source));
    FlagIndex flags;
    for (const SetFlag &flag : known)
        flags.put(flag);
    order.aim.flags = flags.flags();
    order.following = following;
    order.setAside = setAside;
    return order;
}
