package org.vizgate.standin.http;

import java.util.Set;

/** Refuses with a line of plain text. */
public final class PlainRefusals implements Refusals {
    @Override
    public Reply notFound(Call call) {
        return Reply.text(404, "Not found");
    }

    @Override
    public Reply wrongMethod(Call call, Set<String> allowed) {
        return Reply.text(405, "Method not allowed").with("Allow", String.join(", ", allowed));
    }

    @Override
    public Reply tooLarge(Call call, int status) {
        return Reply.text(status, "Too large");
    }

    @Override
    public Reply broken(Call call) {
        return Reply.text(500, "The stand-in failed");
    }
}
