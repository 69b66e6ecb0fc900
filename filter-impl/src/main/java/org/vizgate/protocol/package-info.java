/**
 * The words of OAuth that every feature speaks: error codes, grant types, the addresses of the endpoints and the
 * identifiers of the protected resources.
 *
 * <p>Ground: imports the application's types and the JDK only. {@link org.vizgate.protocol.OAuthException} is unchecked on
 * purpose: a refusal ends the work wherever it is found, and the one place that answers it is the endpoint's edge.
 */
@NullMarked
package org.vizgate.protocol;

import org.jspecify.annotations.NullMarked;
