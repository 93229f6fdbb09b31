// An OpenID Connect provider on loopback for tests: everybody it knows signs in without being asked, as
// the person whom the test names in the client's next request to /be/<person>.
import { Provider } from 'oidc-provider';

const [port, redirectUri] = process.argv.slice(2);

const people = {
  // Verified e-mail, one factor.
  wang: { email: 'wang@example.org', email_verified: true, name: '王芳', locale: 'zh-CN', amr: ['pwd'] },
  // The same e-mail, claimed but not verified.
  impostor: { email: 'wang@example.org', email_verified: false, name: 'Impostor', amr: ['pwd'] },
  // Known to no account.
  stranger: { email: 'stranger@example.org', email_verified: true, name: 'A Stranger', amr: ['pwd'] },
  // Signed in with two factors there.
  careful: { email: 'careful@example.org', email_verified: true, name: 'Careful', amr: ['pwd', 'otp', 'mfa'] },
  // A second person, to be linked by hand.
  elsewhere: { email: 'other@example.com', email_verified: true, name: 'Elsewhere', amr: ['pwd'] },
};
let current = 'wang';

const provider = new Provider(`http://127.0.0.1:${port}`, {
  clients: [
    {
      client_id: 'ronghe',
      client_secret: 'a secret of this test alone',
      redirect_uris: [redirectUri],
      response_types: ['code'],
      grant_types: ['authorization_code'],
    },
  ],
  claims: {
    openid: ['sub', 'amr'],
    email: ['email', 'email_verified'],
    profile: ['name', 'locale'],
  },
  conformIdTokenClaims: false,
  pkce: { required: () => true },
  features: { devInteractions: { enabled: false } },
  cookies: { keys: ['a key of this test alone'] },
  jwks: undefined,
  interactions: { url: (ctx, interaction) => `/interaction/${interaction.uid}` },
  findAccount: (ctx, id) => ({
    accountId: id,
    claims: () => {
      const { amr, ...claims } = people[id];
      return { sub: id, ...claims };
    },
  }),
});

provider.use(async (ctx, next) => {
  const be = ctx.path.match(/^\/be\/([a-z]+)$/);
  if (be) {
    current = be[1];
    ctx.body = current;
    return;
  }
  if (!ctx.path.startsWith('/interaction/')) {
    await next();
    return;
  }
  const { prompt, params, session } = await provider.interactionDetails(ctx.req, ctx.res);
  const result =
    prompt.name === 'login'
      ? { login: { accountId: current, amr: people[current].amr } }
      : { consent: { grantId: await consented(session.accountId, params) } };
  ctx.respond = false;
  await provider.interactionFinished(ctx.req, ctx.res, result, { mergeWithLastSubmission: false });
});

async function consented(accountId, params) {
  const grant = new provider.Grant({ accountId, clientId: params.client_id });
  grant.addOIDCScope(params.scope);
  return grant.save();
}

provider.listen(Number(port), '127.0.0.1', () => console.log('ready'));
