/**
 * The documents by which clients find their way: protected resource metadata (RFC 9728), authorization server metadata
 * (RFC 8414), its copy under the name of OpenID Connect, an empty key set, and the key of unified access tokens.
 *
 * <p>Feature: imports ground. The documents are the same for every caller: their bytes and entity
 * tags are made once, at start.
 *
 * <p>What looks odd and is meant:
 * <ul>
 *   <li>A document is served for the resources and the issuer that are configured, and any other suffix is 404: clients
 *       try several addresses and go on only after a 4xx.
 *   <li>The copy under {@code openid-configuration} exists because it is the one name that clients look for below an
 *       issuer with a path, where a web application can answer. Its key set is empty: access tokens are for this server
 *       alone to read, and their public key is never published, since whoever has it could encrypt to us.
 *   <li>{@code offline_access} is listed here and not for the resource: it is the authorization server's business.
 * </ul>
 */
@NullMarked
package org.vizgate.metadata;

import org.jspecify.annotations.NullMarked;
