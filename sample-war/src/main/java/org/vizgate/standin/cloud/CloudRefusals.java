package org.vizgate.standin.cloud;

import java.util.Set;

import org.vizgate.standin.http.Call;
import org.vizgate.standin.http.Refusals;
import org.vizgate.standin.http.Reply;

/** Refuses in Cloud Manager's error shape. */
final class CloudRefusals implements Refusals {
    @Override
    public Reply notFound(Call call) {
        return CloudFault.notFound().reply();
    }

    @Override
    public Reply wrongMethod(Call call, Set<String> allowed) {
        return new CloudFault(405, "The method is not allowed here.").reply().with("Allow", String.join(", ", allowed));
    }

    @Override
    public Reply tooLarge(Call call, int status) {
        return new CloudFault(status, "The request is larger than the server reads.").reply();
    }

    @Override
    public Reply broken(Call call) {
        return new CloudFault(500, "The server could not answer.").reply();
    }
}
