package org.vizgate.standin.http;

import java.util.List;

import static java.lang.System.Logger.Level.WARNING;

/** Leads a call to its area, and keeps what goes wrong there from being seen. */
public final class Router {
    private static final System.Logger LOG = System.getLogger(Router.class.getName());

    private final List<Area> areas;
    private final Refusals elsewhere = new PlainRefusals();

    /** The first area that contains a path answers for it. */
    public Router(List<Area> areas) {
        this.areas = List.copyOf(areas);
    }

    Reply answer(Call call) {
        Refusals refusals = elsewhere;
        try {
            for (Area area : areas) {
                if (area.contains(call.path())) {
                    refusals = area.refusals();
                    return call.oversize() == 0 ? area.answer(call) : refusals.tooLarge(call, call.oversize());
                }
            }
            return refusals.notFound(call);
        } catch (RuntimeException e) {
            LOG.log(WARNING, "The stand-in could not answer " + call.method() + " " + call.path(), e);
            return refusals.broken(call);
        }
    }
}
