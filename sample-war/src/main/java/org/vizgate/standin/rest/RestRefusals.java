package org.vizgate.standin.rest;

import java.util.Set;

import org.vizgate.standin.http.Call;
import org.vizgate.standin.http.Refusals;
import org.vizgate.standin.http.Reply;

/** Refuses in Tableau's error shape. */
final class RestRefusals implements Refusals {
    static Reply reply(Call call, RestFault fault) {
        return AnswerFormat.wantedBy(call).render(fault.status(), Answer.root(fault.toAnswer()));
    }

    @Override
    public Reply notFound(Call call) {
        return reply(call, RestFault.unknownPath(call.path()));
    }

    @Override
    public Reply wrongMethod(Call call, Set<String> allowed) {
        return reply(call, RestFault.wrongMethod(call.method())).with("Allow", String.join(", ", allowed));
    }

    @Override
    public Reply tooLarge(Call call, int status) {
        return reply(call, RestFault.tooLarge(status));
    }

    @Override
    public Reply broken(Call call) {
        return reply(call, RestFault.broken());
    }
}
