package org.vizgate.token;

import java.util.List;

import org.vizgate.protocol.ErrorCode;
import org.vizgate.protocol.OAuthException;
import org.vizgate.protocol.Resource;
import org.vizgate.protocol.Resources;
import org.vizgate.web.Parameters;

/** What a token is asked for: some or all of the resources that were granted (RFC 8707 section 2.2). */
final class RequestedResources {
    private final Resources resources;

    RequestedResources(Resources resources) {
        this.resources = resources;
    }

    /** @throws OAuthException invalid_target, if one was not granted */
    List<String> of(Parameters form, List<String> granted) {
        List<String> asked = form.all("resource");
        return asked.isEmpty()
                ? granted
                : asked.stream()
                        .map(identifier -> oneOf(identifier, granted))
                        .distinct()
                        .toList();
    }

    private String oneOf(String identifier, List<String> granted) {
        return resources
                .requested(identifier)
                .map(Resource::identifier)
                .map(Object::toString)
                .filter(granted::contains)
                .orElseThrow(
                        () -> new OAuthException(ErrorCode.INVALID_TARGET, "the resource is not one that was granted"));
    }
}
