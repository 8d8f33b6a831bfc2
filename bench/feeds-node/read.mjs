// Reads the feed at an address with readers of the npm world and prints the entries of each as one line of JSON.
import { parseFeed as parse } from 'feedsmith'
import { parseFeed } from '@rowanmanning/feed-parser'

const text = await (await fetch(process.argv[2])).text()

const { format, feed } = parse(text)
const items = format === 'atom' ? feed.entries : feed.items
const date = (value) => new Date(value).toISOString()
console.log(JSON.stringify(items.map((item) => ({
  id: item.guid?.value ?? item.id,
  title: item.title?.value ?? item.title,
  date: date(item.published ?? item.pubDate ?? item.date_published),
  link: item.link ?? item.url ?? item.links.find((link) => link.rel === 'alternate').href,
}))))

if (format !== 'json') {
  console.log(JSON.stringify(parseFeed(text).items.map((item) => ({
    id: item.id,
    title: item.title,
    date: date(item.published),
    link: item.url,
  }))))
}
