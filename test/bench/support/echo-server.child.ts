import express from 'express';

/** What intake is measured against: Express that parses an order and sends it back, and nothing else. */
const app = express();
// As ours has them off.
app.disable('x-powered-by');
app.disable('etag');
app.use(express.json());
app.post('/v1/orders', (request, response) => {
  response.status(202).json(request.body);
});
app.get('/healthz', (_request, response) => {
  response.json({});
});
app.listen(Number(process.argv[2]), '127.0.0.1');
