/**
 * A small web application behind the gate: a page, a JSON API and an MCP server that answer for whoever is calling.
 *
 * <p>It is written to be copied from. Everything it knows about the caller it reads from
 * {@link org.vizgate.session.TableauCaller#of}, and nothing here deals with tokens, sign-in or OAuth: that is the gate's part
 * on the server, and {@code assets/oauth.js} in the browser.
 *
 * <p>Meant, although it may look odd: nothing here keeps a caller beyond the request it came with. The API servlets and the
 * MCP tools share {@link org.vizgate.sample.TableauWorkbooks} and {@link org.vizgate.sample.CallerJson}, so both doors give
 * the same answers.
 */
@NullMarked
package org.vizgate.sample;

import org.jspecify.annotations.NullMarked;
